import { createRandom } from '../server/src/demo/random.ts'
import { check, together, type Verdict } from './checker.ts'
import { Device, type Resident } from './device.ts'
import { type Fault, faults, type Scene } from './faults.ts'
import type { Ground } from './ground.ts'
import type { History } from './history.ts'
import { Link } from './link.ts'
import { Households } from './own/households.ts'
import { plants } from './plants.ts'
import { SlowReaders } from './slow-readers.ts'
import { readTruth } from './truth.ts'

export interface EpisodeOptions {
  seed: number
  seconds: number
  servers: number
  /** A planted bug: the episode ends as soon as it could have been noticed. */
  plant?: string
  /** Faults whose name holds this, and no others. */
  only?: string | undefined
  say(line: string): void
}

export interface EpisodeResult {
  seed: number
  sends: number
  acked: number
  faults: string[]
  verdict: Verdict
}

/** Longer than a client waits before it tries again, and tries in vain once more. */
const STILL_MS = 25_000
const MOST_MS = 90_000

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One seed: people write while things break, everything heals, and the checker looks. */
export async function runEpisode(ground: Ground, options: EpisodeOptions): Promise<EpisodeResult> {
  const random = createRandom(`chaos ${options.seed} ${options.plant ?? ''}`)
  const name = `chaos_${options.seed}_${(options.plant ?? 'none').replace(/\W/g, '_')}`
  const plans = await ground.beginEpisode(name, options.servers, options.plant)
  const residents = await residentsOf(ground, plans)
  const history: History = { sends: [], edits: [], reads: [], revokes: [], views: [], headsBack: [], restores: [] }
  const upPorts = () => ground.nodes.filter((node) => ground.isUp(node)).map((node) => node.port)
  const devices: Device[] = []
  const openLink = () => new Link(() => random.pick(upPorts())).open()
  const makeDevice = async (resident: Resident): Promise<Device> => {
    const link = await openLink()
    // One in six believes it is an hour earlier or later than it is.
    const skewMs = random.whole(0, 5) === 0 ? random.pick([-1, 1]) * 3_600_000 : 0
    return new Device({
      resident,
      link,
      history,
      origin: ground.origin,
      skewMs,
      rekey: plants[options.plant ?? '']?.client === 'rekey',
    })
  }
  for (const resident of residents) devices.push(await makeDevice(resident))
  const slow = new SlowReaders(plans, upPorts, ground.origin)
  const households = await Households.open({
    ground,
    plans,
    seed: `${name} own`,
    origin: ground.origin,
    rekey: plants[options.plant ?? '']?.client === 'rekey-own',
    openLink,
  })
  const scene: Scene = { ground, devices, households: households.devices, random, slow, history }
  for (const device of devices) device.open()
  await level(devices, 15_000)

  const end = performance.now() + options.seconds * 1000
  const [used] = await Promise.all([
    breakThings(scene, end, options),
    writeUntil(scene, end),
    households.liveUntil(end),
    revokeSome(scene, options.seconds * 500),
  ])
  slow.close()
  for (const device of devices) {
    device.link.mode = 'up'
    device.hurry()
  }
  households.hurry()
  await settle(devices, households)
  devices.push(...(await newDevices(devices, makeDevice)))

  for (const device of devices) history.views.push(await device.view())
  const truth = await readTruth(ground)
  const ownVerdict = await households.judge(history.restores)
  for (const device of devices) {
    await device.close()
    device.link.close()
  }
  const verdict = together(check(history, truth), ownVerdict)
  await households.close()
  const acts = households.history.acts
  return {
    seed: options.seed,
    sends: history.sends.length + acts.length,
    acked: [...history.sends, ...acts].filter((one) => one.outcome === 'ok').length,
    faults: used,
    verdict,
  }
}

async function residentsOf(ground: Ground, plans: Awaited<ReturnType<Ground['beginEpisode']>>): Promise<Resident[]> {
  const rows = await ground.sql('select n, room, place, account_id, hat from bench_client order by n')
  return rows.map((row, index) => ({
    name: `r${row.room}p${row.place}`,
    plan: plans[index] as Resident['plan'],
    accountId: row.account_id,
    hat: row.hat,
    isStaff: row.place > 0,
  }))
}

async function writeUntil({ devices, random }: Scene, end: number): Promise<void> {
  await Promise.all(
    devices.map(async (device) => {
      while (performance.now() < end) {
        await sleep(random.whole(150, 900))
        const act = random.next()
        if (act < 0.75) device.send()
        else if (act < 0.87) device.edit()
        else device.read(random.next() < 0.7 ? 1 : random.next())
      }
    }),
  )
}

async function breakThings(scene: Scene, end: number, { say, plant, only = '' }: EpisodeOptions): Promise<string[]> {
  const used: string[] = []
  const possible = faults.filter((fault) => (scene.ground.hasRedis || !fault.needsRedis) && fault.name.includes(only))
  let waiting = scene.random.shuffle(possible)
  while (performance.now() < end - 1_500) {
    if (waiting.length === 0) waiting = scene.random.shuffle(possible)
    const fault = waiting.shift() as Fault
    await sleep(scene.random.whole(100, 500))
    if (!plant) say(`    ${fault.name}`)
    await fault.run(scene)
    used.push(fault.name)
  }
  return used
}

/** In the middle of it, a coordinator of every other room puts somebody out. */
async function revokeSome({ ground, devices }: Scene, afterMs: number): Promise<void> {
  await sleep(afterMs)
  const find = () =>
    ground.sql(
      `select c.room, t.id, t.service_id, c.account_id from bench_client c join team_member t on t.staff_id = c.staff_id where c.place = 4 and c.room % 2 = 1`,
    )
  // The database may be down just now.
  let rows = await find().catch(() => undefined)
  while (!rows) {
    await sleep(200)
    rows = await find().catch(() => undefined)
  }
  await Promise.all(
    rows.map(async (row) => {
      const coordinator = devices.find((one) => one.resident.name === `r${row.room}p1`)
      const removed = devices.find((one) => one.resident.name === `r${row.room}p4`)
      if (!coordinator || !removed) return
      // Words that are still waiting will be refused, and that is right: from here on they prove nothing.
      removed.isRevoked = true
      await coordinator.revoke(row.service_id, row.id, row.account_id)
    }),
  )
}

/** Somebody of each room opens the app on a device that knows nothing yet: what it is shown must be what all the others hold. */
async function newDevices(devices: Device[], make: (resident: Resident) => Promise<Device>): Promise<Device[]> {
  const fresh = await Promise.all(
    devices
      .filter((device) => device.resident.name.endsWith('p2'))
      .map(({ resident }) => make({ ...resident, name: `${resident.name} again` })),
  )
  for (const device of fresh) device.open({ fresh: true })
  await level(fresh, 10_000)
  return fresh
}

async function level(devices: Device[], withinMs: number): Promise<void> {
  const end = performance.now() + withinMs
  while (performance.now() < end && devices.some((device) => device.reached() < 0)) await sleep(50)
}

/**
 * Waits until nothing is unsent and all who belong to a conversation have reached the same number. Gives up when nothing has moved for so
 * long that nothing will, or in the end.
 */
async function settle(devices: Device[], households: Households): Promise<void> {
  const end = performance.now() + MOST_MS
  let quietSince: number | undefined
  let movedAt = performance.now()
  let before = ''
  while (performance.now() < end && performance.now() - movedAt < STILL_MS) {
    const standing = devices.filter((device) => !device.isRevoked)
    const unsent = await Promise.all(standing.map((device) => device.unsent()))
    const rooms = Map.groupBy(standing, (device) => device.resident.plan.room)
    const isLevel = [...rooms.values()].every(
      (room) => new Set(room.map((device) => device.reached())).size === 1 && (room[0] as Device).reached() >= 0,
    )
    const owned = await households.standing()
    if (isLevel && owned.isLevel && unsent.every((count) => count === 0)) {
      quietSince ??= performance.now()
      if (performance.now() - quietSince > 1_200) return
    } else quietSince = undefined
    const now = `${owned.now} ${standing.map((device, place) => `${device.reached()} ${unsent[place]}`)}`
    if (now !== before) movedAt = performance.now()
    before = now
    await sleep(100)
  }
}
