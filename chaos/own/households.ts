import type { ClientPlan } from '../../bench/load/dialect.ts'
import { createRandom } from '../../server/src/demo/random.ts'
import type { Verdict } from '../checker.ts'
import type { Ground } from '../ground.ts'
import type { Restore } from '../history.ts'
import type { Link } from '../link.ts'
import { checkOwn } from './check.ts'
import type { OwnHistory } from './history.ts'
import { Onlooker } from './onlooker.ts'
import { OwnDevice, type Owner } from './owner.ts'
import { isBehind, letLeasesEnd, remindOfLongAgo, setUpNotices } from './reminders.ts'
import { readOwnTruth } from './truth.ts'

const OWNERS = 3
const DEVICES = 3
const REMIND_EVERY_MS = 1_500
/** Should a queue have lost its rounds, the servers have made them anew after a minute. */
const CAUGHT_UP_WITHIN_MS = 75_000

export interface HouseholdOptions {
  ground: Ground
  plans: readonly ClientPlan[]
  seed: string
  origin: string
  rekey: boolean
  openLink(): Promise<Link>
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Some people with several devices each, on which they keep what is theirs, a colleague of each one's team, and their reminders. */
export class Households {
  readonly devices: OwnDevice[] = []
  readonly history: OwnHistory = { acts: [], reads: [], views: [], overheard: [], pushed: [] }
  readonly #onlookers: Onlooker[] = []
  readonly #with: HouseholdOptions

  private constructor(options: HouseholdOptions) {
    this.#with = options
  }

  static async open(options: HouseholdOptions): Promise<Households> {
    const { ground, plans } = options
    const households = new Households(options)
    await setUpNotices(ground)
    ground.onPushed = (noticeId) => households.history.pushed.push(noticeId)
    const rows = await ground.sql(
      `select r.room, r.person_id, r.service_id, c.n, c.place from bench_room r join bench_client c on c.room = r.room
       where r.room <= $1 and c.place in (0, 2) order by r.room, c.place`,
      [OWNERS],
    )
    for (const row of rows) {
      const { cookie = '' } = plans[row.n - 1] as ClientPlan
      const owner: Owner = { name: `p${row.room}`, personId: row.person_id, serviceId: row.service_id, cookie }
      if (row.place === 0) for (let n = 1; n <= DEVICES; n += 1) await households.#addDevice(owner, n)
      else await households.#addOnlooker(owner, cookie)
    }
    return households
  }

  async #addDevice(owner: Owner, n: number): Promise<OwnDevice> {
    const { seed, origin, rekey, openLink } = this.#with
    const random = createRandom(`${seed} ${owner.name} ${n}`)
    const device = new OwnDevice({
      owner: { ...owner, name: `${owner.name}d${n}` },
      link: await openLink(),
      history: this.history,
      origin,
      random,
      // One in three believes it is an hour earlier or later than it is.
      skewMs: n === DEVICES ? random.pick([-1, 1]) * 3_600_000 : 0,
      rekey,
    })
    device.open()
    this.devices.push(device)
    return device
  }

  async #addOnlooker(owner: Owner, cookie: string): Promise<void> {
    const { origin, openLink } = this.#with
    this.#onlookers.push(new Onlooker({ owner, cookie, link: await openLink(), history: this.history, origin }))
  }

  /** Everybody does one thing after another, and their teams look on, until the end. */
  async liveUntil(end: number): Promise<void> {
    const random = createRandom(`${this.#with.seed} pace`)
    const every = async (least: number, most: number, what: () => unknown) => {
      while (performance.now() < end) {
        await sleep(random.whole(least, most))
        await what()
      }
    }
    await Promise.all([
      ...this.devices.map((device) => every(150, 700, () => device.act())),
      ...this.#onlookers.map((onlooker) => every(150, 500, () => onlooker.look())),
      every(REMIND_EVERY_MS, REMIND_EVERY_MS, () => remindOfLongAgo(this.#with.ground, OWNERS)),
    ])
  }

  hurry(): void {
    for (const device of this.devices) {
      device.link.mode = 'up'
      device.hurry()
    }
  }

  /** What shows whether anything still moves, and whether all devices of each person show the same with nothing unsent. */
  async standing(): Promise<{ now: string; isLevel: boolean }> {
    const unsent = await Promise.all(this.devices.map((device) => device.unsent()))
    const shown = this.devices.map((device) => device.shows())
    const people = Map.groupBy(this.devices, (device) => device.owner.personId)
    const isEqual = [...people.values()].every(
      (devices) => new Set(devices.map((device) => shown[this.devices.indexOf(device)])).size === 1,
    )
    return {
      now: `${unsent.join()} ${shown.map((state) => state?.length)}`,
      isLevel: isEqual && shown.every((state) => state !== undefined) && unsent.every((count) => count === 0),
    }
  }

  /** Somebody takes a device that knows nothing yet, every reminder comes as far as now, and all is held against what is there. */
  async judge(restores: readonly Restore[]): Promise<Verdict> {
    const { ground } = this.#with
    const fresh = await Promise.all(
      this.devices.filter((_, place) => place % DEVICES === 0).map(({ owner }) => this.#addDevice(owner, 9)),
    )
    await until(25_000, async () => (await this.standing()).isLevel)
    await letLeasesEnd(ground)
    await until(CAUGHT_UP_WITHIN_MS, async () => !(await isBehind(ground)))
    await until(10_000, async () => (await Promise.all(this.#onlookers.map((one) => one.look()))).every(Boolean))
    this.history.views = this.devices.map((device) => device.view())
    const states = new Map<string, string>()
    for (const device of fresh) states.set(device.owner.personId, await device.asks())
    return checkOwn(this.history, { ...(await readOwnTruth(ground)), states }, restores)
  }

  async close(): Promise<void> {
    for (const one of [...this.devices, ...this.#onlookers]) {
      await one.close()
      one.link.close()
    }
  }
}

async function until(withinMs: number, isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + withinMs
  while (performance.now() < end && !(await isTrue().catch(() => false))) await sleep(150)
}
