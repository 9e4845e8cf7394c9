import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRealWorld, type RealNode, type RealWorld } from '../../test/real-world.ts'
import { createChannelClient, memoryOutbox, type SocketFactory, socketIo, uuidv7 } from '../client/channel-client.ts'
import type { StoredEvent } from '../define/event.ts'
import type { JoinAnswer, WireEvent } from '../wire.ts'
import { boardChannel } from './board.ts'
import { createRandom, type Random } from './random.ts'

const seed = Number(process.env.WALK_SEED ?? (process.env.CI ? 20_261_122 : 1 + Math.floor(Math.random() * 1e9)))
const accounts = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay']
const anchor = 'ann'
const boards = ['one', 'two']
const steps = 200

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A device on real sockets, which reaches another node each time it connects. */
function createDevice(world: RealWorld, random: Random, account: string) {
  const delivered: { topic: string; seq: number }[] = []
  let cut = () => {}
  const factory: SocketFactory = async (options) => {
    const socket = await socketIo()({ ...options, url: 'http://127.0.0.1:1' })
    const manager = (socket as unknown as { io: { uri: string; engine?: { close(): void } } }).io
    const connect = socket.connect.bind(socket)
    cut = () => manager.engine?.close()
    socket.connect = () => {
      manager.uri = nodeFor(world, random)?.url ?? manager.uri
      return connect()
    }
    socket.on('event', ({ topic, seq }: WireEvent) => delivered.push({ topic, seq }))
    socket.on('joined', (answers: JoinAnswer[]) => {
      for (const answer of answers) {
        if (!answer.ok) continue
        for (const { topic, seq } of answer.value.events ?? [{ topic: answer.topic, seq: answer.value.seq }])
          delivered.push({ topic, seq })
      }
    })
    return socket
  }
  const outbox = memoryOutbox()
  const launch = () => {
    const client = createChannelClient({
      url: '',
      auth: () => ({ who: account }),
      headers: () => ({ who: account }),
      fetch: (path, init) => fetch(`${nodeFor(world, random)?.url}${path}`, init),
      socketFactory: factory,
      outbox,
    })
    const open = new Map(boards.map((boardId) => [boardId, client.open(boardChannel, { boardId })]))
    return { client, open }
  }
  let app = launch()
  return {
    account,
    delivered,
    written: [] as { board: string; id: string }[],
    view: (board: string) => app.open.get(board)!.view(),
    pending: () => app.client.outbox.list().filter(({ state }) => state !== 'sent' && state !== 'refused').length,
    write(board: string) {
      const id = uuidv7()
      this.written.push({ board, id })
      app.open.get(board)?.push('note.add', { id, text: `by ${account}` })
    },
    cut: () => cut(),
    async restart() {
      await app.client.close()
      app = launch()
    },
    wake() {
      app.client.retry()
      for (const one of app.open.values()) one.retry()
    },
    close: () => app.client.close(),
  }
}
const nodeFor = (world: RealWorld, random: Random): RealNode | undefined =>
  world.nodes.length ? random.pick(world.nodes) : undefined

/** Waits until nothing changes any more in what `read` sees, and it holds. */
async function eventually(holds: () => Promise<void>) {
  for (let failure: unknown, since = Date.now(); ; await pause(100)) {
    try {
      return await holds()
    } catch (error) {
      failure = error
    }
    if (Date.now() - since > 40_000) throw failure
  }
}

const modes: [string, string | undefined][] = [['without Redis', undefined]]
if (process.env.REDIS_URL) modes.push(['with Redis', process.env.REDIS_URL])

describe.each(modes)(`on real Postgres and sockets, %s, from seed ${seed}`, (_, redisUrl) => {
  let world: RealWorld
  beforeAll(async () => {
    world = await createRealWorld(redisUrl)
  })
  afterAll(() => world.close())

  it('every device ends with the same notes in the same order, once each, and nothing reaches whom it should not', async () => {
    const random = createRandom(seed)
    let started = 2
    await Promise.all([world.startNode('n1'), world.startNode('n2')])
    for (const board of boards)
      for (const account of accounts) await world.setMember(board, account, true, world.nodes[0])
    const devices = [...accounts, anchor].map((account) => createDevice(world, random, account))
    const others = accounts.filter((account) => account !== anchor)
    const changing: Promise<void>[] = []

    for (let step = 0; step < steps; step++) {
      const device = random.pick(devices)
      const dice = random.int(100)
      if (dice < 70) device.write(random.pick(boards))
      else if (dice < 78) device.cut()
      else if (dice < 92) {
        const teller = random.chance(0.7) ? nodeFor(world, random) : undefined
        changing.push(world.setMember(random.pick(boards), random.pick(others), random.chance(0.6), teller))
      } else if (dice < 95) await device.restart()
      else if (dice < 96) random.pick(world.nodes).deafen()
      else if (dice < 98 && world.nodes.length > 1) await random.pick(world.nodes).stop()
      else if (world.nodes.length < 3) await world.startNode(`n${++started}`)
      await pause(random.int(25))
    }
    await Promise.all(changing)
    if (world.nodes.length < 2) await world.startNode('last')
    for (const device of devices) device.wake()
    // A last event that is told shows each node the holes before it; else some would wait for the look at the heads.
    for (const board of boards) await world.setMember(board, 'guest', true, world.nodes[0])

    await eventually(async () => {
      for (const device of devices) expect(device.pending()).toBe(0)
      for (const board of boards) {
        const truth = await world.state(board)
        for (const device of devices) {
          const { status, state } = device.view(board)
          if (truth.members.includes(device.account))
            expect({ status, state }).toEqual({ status: 'live', state: truth })
          else expect({ status, state }).toEqual({ status: 'refused', state: undefined })
        }
      }
    })
    for (const board of boards) {
      const events = (await world.events(board)) as StoredEvent[]
      expect(events.map((event) => event.seq)).toEqual(events.map((__, index) => index + 1))
      const ids = (await world.state(board)).notes.map((note) => note.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const device of devices) {
        for (const { topic, seq } of device.delivered)
          if (topic === boardChannel.topicOf({ boardId: board }))
            expect(isMemberAt(events, device.account, seq)).toBe(true)
        // A refusal can stand between two notes of one device; what is there is in the order it was written.
        const mine = device.written.filter((one) => one.board === board).map(({ id }) => ids.indexOf(id))
        const there = mine.filter((place) => place >= 0)
        expect(there).toEqual(there.toSorted((a, b) => a - b))
      }
    }
    await Promise.all(devices.map((device) => device.close()))
    expect(world.errors).toEqual([])
  }, 120_000)
})

function isMemberAt(events: readonly StoredEvent[], account: string, seq: number): boolean {
  let is = false
  for (const event of events) {
    if (event.seq > seq) break
    if ((event.data as { account?: string }).account === account) is = event.name === 'member.added'
  }
  return is
}
