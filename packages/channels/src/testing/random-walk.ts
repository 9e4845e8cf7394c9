import { deepStrictEqual } from 'node:assert'
import { createChannelClient, memoryOutbox, memorySnapshots, uuidv7 } from '../client/channel-client.ts'
import type { Faults } from '../server/faults.ts'
import type { JoinAnswer, WireEvent } from '../wire.ts'
import { boardChannel } from './board.ts'
import { createRandom } from './random.ts'
import { simulatedSockets } from './simulated-socket.ts'
import { createWorld, type World } from './simulated-world.ts'

const boards = ['one', 'two']
const accounts = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay']
/** Always a member, so that somebody sees everything. */
const anchor = 'ann'

export interface WalkOptions {
  steps?: number
  /** The log is sometimes restored to an earlier point. */
  restores?: boolean
  /** Planted bugs, which a walk must notice. */
  faults?: Faults & { rekeyOnRetry?: boolean }
}

export interface WalkResult {
  sends: number
  acked: number
  refused: number
  events: number
  faults: number
}

/**
 * Clients, nodes and a bell, and a seed that decides what goes wrong: cut and held sockets, crashed nodes, lost, doubled, late and overtaking
 * bells, members removed and brought back, apps killed and started again, a log that forgets or is restored. Then everything heals, and what
 * was promised is checked. Throws with the seed when it was not kept.
 */
export async function randomWalk(seed: number, options: WalkOptions = {}): Promise<WalkResult> {
  const walk = new Walk(seed, options)
  try {
    return await walk.run()
  } catch (error) {
    throw new Error(`Random walk with seed ${seed}: ${(error as Error).message}`, { cause: error })
  }
}

class Walk {
  private readonly random
  private readonly world: World
  private readonly devices: Device[]
  private readonly steps: number
  private readonly restores: boolean
  private readonly written: { board: string; account: string; id: string; done: string | undefined }[] = []
  private faults = 0

  constructor(seed: number, { steps = 150, restores = false, faults = {} }: WalkOptions) {
    this.random = createRandom(seed)
    this.steps = steps
    this.restores = restores
    this.world = createWorld(this.random, { faults })
    this.devices = [...accounts, anchor].map(
      (account) => new Device(this.world, this.random, account, faults.rekeyOnRetry ?? false),
    )
  }

  async run(): Promise<WalkResult> {
    const { world, random, devices } = this
    world.startNode()
    world.startNode()
    for (const board of boards) for (const account of accounts) world.setMember(board, account, true, world.nodes[0])
    await world.clock.advance(1_000)
    for (const device of devices) device.start()
    for (let step = 0; step < this.steps; step++) {
      this.step()
      await world.clock.advance(random.chance(0.2) ? random.int(5_000) : random.int(60))
      this.throwLeaks()
    }
    await this.heal()
    this.check()
    await this.loseTheLastBell()
    this.check()
    const result = {
      sends: this.written.length,
      acked: this.written.filter((one) => one.done === 'sent').length,
      refused: this.written.filter((one) => one.done === 'refused').length,
      events: boards.reduce((sum, board) => sum + world.log.events(topicOf(board)).length, 0),
      faults: this.faults,
    }
    for (const device of devices) device.kill()
    for (const node of [...world.nodes]) world.crash(node)
    return result
  }

  private step() {
    const { random, world } = this
    const device = random.pick(this.devices)
    const board = random.pick(boards)
    const dice = random.int(100)
    if (dice < 50) this.write(device, board)
    else {
      this.faults++
      if (dice < 58) device.road.cut()
      else if (dice < 62) device.road.hold(true)
      else if (dice < 68) device.road.hold(false)
      else if (dice < 76) this.changeMember(board)
      else if (dice < 80) device.restart()
      else if (dice < 83 && world.nodes.length > 1) world.crash(random.pick(world.nodes))
      else if (dice < 86 && world.nodes.length < 3) world.startNode()
      else if (dice < 94) this.changeWeather()
      else if (dice < 96) world.log.expire(10)
      else if (dice < 97 && this.restores) this.restore()
      else device.toggleOnline()
    }
  }

  private write(device: Device, board: string) {
    const id = uuidv7(this.world.clock.now())
    const one: (typeof this.written)[number] = { board, account: device.account, id, done: undefined }
    const sending = device.write(board, id)
    if (!sending) return
    this.written.push(one)
    void sending.done.then((reply) => {
      one.done = reply.ok ? 'sent' : 'refused'
    })
  }

  private changeMember(board: string) {
    const account = this.random.pick(accounts.filter((one) => one !== anchor))
    // Sometimes by a process that dies before it can tell anybody.
    const node = this.random.chance(0.3) ? undefined : this.random.pick(this.world.nodes)
    this.world.setMember(board, account, !this.world.isMember(board, account), node)
  }

  private changeWeather() {
    const { random, world } = this
    Object.assign(world.weather, {
      lost: random.pick([0, 0, 0.3, 1]),
      doubled: random.pick([0, 0.3]),
      slowestMs: random.pick([5, 50, 2_000]),
      healthy: random.chance(0.7),
    })
  }

  private restore() {
    const { log } = this.world
    log.restore((topic) => Math.max(accounts.length, log.headNow(topic).seq - this.random.int(5)))
  }

  private async heal() {
    const { world } = this
    Object.assign(world.weather, { lost: 0, doubled: 0, slowestMs: 20, healthy: true })
    if (!world.nodes.length) world.startNode()
    for (const device of this.devices) device.heal()
    await world.clock.advance(240_000)
    if (this.restores) {
      // A removal that a restore undid may still have been told after it: whoever opens the board again is let in.
      for (const device of this.devices) device.heal()
      await world.clock.advance(10_000)
    }
    this.throwLeaks()
  }

  /** One last event whose bell is lost, with clients on two nodes: nothing but the look at the heads can find it. */
  private async loseTheLastBell() {
    const { world } = this
    while (world.nodes.length < 2) world.startNode()
    for (const device of this.devices) device.road.cut()
    await world.clock.advance(60_000)
    world.weather.lost = 1
    for (const board of boards) world.setMember(board, 'guest', true, this.random.pick(world.nodes))
    await world.clock.advance(16_000)
    this.throwLeaks()
  }

  private throwLeaks() {
    for (const device of this.devices) if (device.leaks.length) throw new Error(device.leaks.join('; '))
  }

  private check() {
    const { world } = this
    for (const board of boards) {
      const truth = world.state(board)
      for (const device of this.devices) {
        const { status, state } = device.view(board)
        if (!world.isMember(board, device.account)) {
          if (state !== undefined) throw new Error(`${device.account} still has ${board} after removal`)
          continue
        }
        if (status !== 'live') throw new Error(`${device.account} is ${status} in ${board} after everything healed`)
        deepStrictEqual(state, truth, `${device.account} and the log differ in ${board}`)
      }
      const ids = truth.notes.map((note) => note.id)
      const stranger = ids.find((id) => !this.written.some((one) => one.id === id))
      if (stranger) throw new Error(`A note that nobody wrote is in ${board}`)
      if (new Set(ids).size !== ids.length) throw new Error(`A note of ${board} is there twice`)
      for (const one of this.written.filter((some) => some.board === board)) {
        if (one.done === 'sent' && !ids.includes(one.id) && !this.lostRightly(one))
          throw new Error(`A note that was sent is not in ${board}`)
        if (one.done === 'refused' && ids.includes(one.id) && !this.restores)
          throw new Error(`A refused note is in ${board}`)
      }
      if (!this.restores) for (const device of this.devices) device.checkOrder(board, ids)
    }
    for (const device of this.devices) device.checkEmpty()
  }

  /** After a restore, a device offers again what it had sent, unless its writer's membership was lost with it. */
  private lostRightly({ board, account, id }: { board: string; account: string; id: string }) {
    if (!this.restores) return false
    return (
      !this.world.isMember(board, account) ||
      this.devices.some((device) => device.account === account && device.wasRefused(id))
    )
  }
}

/** A phone: the real client on a simulated road, with storage that survives its app. */
class Device {
  readonly account: string
  readonly leaks: string[] = []
  readonly road: ReturnType<typeof simulatedSockets>
  private readonly world: World
  private readonly random
  private readonly outbox = memoryOutbox()
  private readonly snapshots = memorySnapshots()
  private readonly composed = new Map<string, string[]>()
  private readonly heads = new Map<string, string>()
  private readonly rekeys: boolean
  private online = true
  private app: ReturnType<Device['launch']> | undefined

  constructor(world: World, random: ReturnType<typeof createRandom>, account: string, rekeys: boolean) {
    this.rekeys = rekeys
    this.world = world
    this.random = random
    this.account = account
    this.road = simulatedSockets({
      clock: world.clock,
      delayMs: () => random.int(40),
      route: () => (this.online && world.nodes.length ? random.pick(world.nodes) : undefined),
      identity: { key: account, account },
      onDelivered: (name, payload) => this.inspect(name, payload),
    })
  }

  start() {
    this.app ??= this.launch()
  }

  kill() {
    void this.app?.client.close()
    this.road.cut()
    this.app = undefined
  }

  restart() {
    this.kill()
    this.start()
  }

  toggleOnline() {
    this.online = !this.online
    if (!this.online) this.road.cut()
    else this.app?.client.retry()
  }

  heal() {
    this.online = true
    this.start()
    this.road.hold(false)
    this.app?.client.retry()
    for (const one of this.app?.open.values() ?? []) one.retry()
  }

  write(board: string, id: string) {
    const sending = this.app?.open.get(board)?.push('note.add', { id, text: `by ${this.account}` })
    if (sending) this.composed.set(board, [...(this.composed.get(board) ?? []), id])
    return sending
  }

  view(board: string) {
    const view = this.app?.open.get(board)?.view()
    if (!view) throw new Error(`${this.account} is not running`)
    return view
  }

  /** What was written here stands in the order it was written in. */
  checkOrder(board: string, ids: string[]) {
    const places = (this.composed.get(board) ?? []).map((id) => ids.indexOf(id)).filter((place) => place >= 0)
    if (places.some((place, index) => index > 0 && place < (places[index - 1] as number)))
      throw new Error(`${this.account}'s notes are out of order in ${board}`)
  }

  wasRefused(id: string) {
    return this.app?.client.outbox.list().some((item) => item.input.id === id && item.state === 'refused') ?? false
  }

  checkEmpty() {
    const left =
      this.app?.client.outbox.list().filter((item) => item.state !== 'sent' && item.state !== 'refused') ?? []
    if (left.length)
      throw new Error(`${this.account} has ${left.length} unsent after everything healed: ${left[0]?.state}`)
  }

  private launch() {
    const client = createChannelClient({
      url: '',
      clock: this.world.clock,
      random: this.random,
      socketFactory: this.road.factory,
      outbox: this.outbox,
      snapshots: this.snapshots,
      isOnline: () => this.online,
      fetch: (url, init) => this.fetch(String(url), init),
      onError(error) {
        throw error
      },
      faults: this.rekeys ? { rekeyOnRetry: (input) => ({ ...input, id: uuidv7(this.world.clock.now()) }) } : {},
    })
    const open = new Map(boards.map((boardId) => [boardId, client.open(boardChannel, { boardId })]))
    return { client, open }
  }

  /** The same command over HTTP. */
  private async fetch(url: string, init: RequestInit | undefined): Promise<Response> {
    const later = () => new Promise<void>((resolve) => void this.world.clock.after(this.random.int(60), resolve))
    await later()
    const node = this.world.nodes.length ? this.random.pick(this.world.nodes) : undefined
    if (!this.online || !node || this.random.chance(0.2)) throw new TypeError('no answer')
    const boardId = url.split('/')[3] as string
    const input = { ...(JSON.parse(String(init?.body)) as object), boardId }
    const identity = { key: this.account, account: this.account }
    const pushed = this.world.push(node, identity, boardChannel.pushes['note.add'], input)
    // A server that dies leaves the request hanging until the client's patience ends.
    const reply = await Promise.race([
      pushed,
      new Promise<undefined>((resolve) => void this.world.clock.after(12_000, () => resolve(undefined))),
    ])
    if (!reply) throw new TypeError('no answer')
    await later()
    if (!this.online || node.dead || this.random.chance(0.2)) throw new TypeError('no answer')
    return Response.json(reply.ok ? reply.value : reply.problem, { status: reply.ok ? 200 : reply.problem.status })
  }

  /** Looks at every byte that reaches the device: nothing numbered after a removal, numbers never going back on one socket. */
  private inspect(name: string, payload: unknown) {
    if (name === 'event') {
      const { topic, seq } = payload as WireEvent
      this.demandMember(topic, seq)
    }
    if (name !== 'joined') return
    for (const answer of payload as JoinAnswer[]) {
      if (!answer.ok) continue
      const { events, seq, epoch } = answer.value
      if (epoch !== this.world.log.headNow(answer.topic).epoch) continue
      if (events) for (const event of events) this.demandMember(answer.topic, event.seq)
      else this.demandMember(answer.topic, seq)
      this.heads.set(answer.topic, epoch)
    }
  }

  private demandMember(topic: string, seq: number) {
    if (this.heads.get(topic) !== undefined && this.heads.get(topic) !== this.world.log.headNow(topic).epoch) return
    let member = false
    for (const event of this.world.log.history(topic)) {
      if (event.seq > seq) break
      if ((event.data as { account?: string }).account === this.account) member = event.name === 'member.added'
    }
    if (!member) this.leaks.push(`${this.account} got ${topic} ${seq} without being a member at that number`)
  }
}

const topicOf = (boardId: string) => boardChannel.topicOf({ boardId })
