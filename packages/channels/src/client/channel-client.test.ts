import { afterEach, describe, expect, it } from 'vitest'
import { boardChannel } from '../testing/board.ts'
import { createRandom } from '../testing/random.ts'
import { simulatedSockets } from '../testing/simulated-socket.ts'
import { createWorld } from '../testing/simulated-world.ts'
import {
  CallError,
  type ChannelClient,
  type ChannelClientOptions,
  createChannelClient,
  memoryOutbox,
  memorySnapshots,
  type SocketFactory,
  type SocketLike,
} from './channel-client.ts'

const clients: ChannelClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})

/** A world with one node, where ann is a member of board one, and devices on a calm network. */
async function createScene() {
  const random = createRandom(1)
  const world = createWorld(random, { slowestMs: 2 })
  world.startNode()
  world.setMember('one', 'ann', true, world.nodes[0])
  await world.clock.advance(100)
  const http = {
    requests: [] as string[],
    answer: async (_url: string): Promise<Response> => Promise.reject(new TypeError('no road')),
  }

  const device = (account: string, options: Partial<ChannelClientOptions> = {}) => {
    const network = { up: true, delivered: [] as [string, unknown][] }
    const road = simulatedSockets({
      clock: world.clock,
      delayMs: () => 2,
      route: () => (network.up ? world.nodes[0] : undefined),
      identity: { key: account, account },
      onDelivered: (name, payload) => network.delivered.push([name, payload]),
    })
    const errors: unknown[] = []
    const client = createChannelClient({
      url: 'https://care.example',
      clock: world.clock,
      random,
      socketFactory: road.factory,
      isOnline: () => network.up,
      onError: (error) => errors.push(error),
      fetch: (url) => {
        http.requests.push(String(url))
        return http.answer(String(url))
      },
      ...options,
    })
    clients.push(client)
    return { client, road, network, errors, open: (boardId = 'one') => client.open(boardChannel, { boardId }) }
  }
  const say = (text: string) => world.log.add({ topic: 'board:one', name: 'note.added', data: { id: text, text } })
  return { world, http, device, say }
}
const texts = (state: { notes: { text: string }[] } | undefined) => state?.notes.map((note) => note.text)

describe('a look ahead', () => {
  const answered = (text: string) => async () => Response.json({ notes: [{ id: 'n', text }], members: [] })
  const never: SocketFactory = () => new Promise(() => {})
  const lookAhead = ['board']

  it('shows over HTTP what this device has no copy of, before there is a socket, and keeps none of it', async () => {
    const { world, device, http } = await createScene()
    http.answer = answered('hello')
    const snapshots = memorySnapshots()
    const { client, open } = device('ann', { lookAhead, snapshots, socketFactory: never })
    const board = open()
    await world.clock.advance(5_000)
    expect(board.view()).toMatchObject({ status: 'catching-up', state: { notes: [{ text: 'hello' }] } })
    expect(http.requests).toEqual(['https://care.example/api/boards/one'])
    await client.close()
    expect(await snapshots.get('board:one')).toBeUndefined()
  })

  it('gives way to what was joined, whichever comes first', async () => {
    const { world, device, http, say } = await createScene()
    say('true')
    let answer = (_: Response) => {}
    http.answer = () => new Promise((resolve) => (answer = resolve))
    const board = device('ann', { lookAhead }).open()
    await world.clock.advance(100)
    expect(texts(board.state)).toEqual(['true'])
    answer(await answered('late')())
    await world.clock.advance(100)
    expect(board.view()).toMatchObject({ status: 'live', state: { notes: [{ text: 'true' }] } })
  })

  it('changes nothing where it brings nothing, and is not taken where this device has a copy', async () => {
    const { world, device, http, say } = await createScene()
    const snapshots = memorySnapshots()
    const failed = device('ann', { lookAhead, snapshots, socketFactory: never }).open()
    await world.clock.advance(100)
    expect(failed.view()).toMatchObject({ status: 'joining', state: undefined })
    say('kept')
    const { client, open } = device('ann', { snapshots })
    open()
    await world.clock.advance(2_000)
    await client.close()
    http.requests.length = 0
    const again = device('ann', { lookAhead, snapshots, socketFactory: never }).open()
    await world.clock.advance(100)
    expect(texts(again.state)).toEqual(['kept'])
    expect(http.requests).toEqual([])
  })
})

describe('a subscription', () => {
  it('goes from joining to live, and says once of what happened together', async () => {
    const { world, device, say } = await createScene()
    say('before')
    const board = device('ann').open()
    expect(board.view()).toMatchObject({ status: 'joining', state: undefined, pending: [], present: [] })
    let told = 0
    board.subscribe(() => told++)
    await world.clock.advance(100)
    expect(board.view()).toMatchObject({ status: 'live', state: { notes: [{ text: 'before' }] } })
    const before = told
    world.nodes[0]?.committed([say('a'), say('b'), say('c')])
    await world.clock.advance(2)
    expect(texts(board.state)).toEqual(['before', 'a', 'b', 'c'])
    expect(told - before).toBeLessThanOrEqual(3)
    await world.clock.advance(1_000)
    const view = board.view()
    await world.clock.advance(5_000)
    expect(board.view()).toBe(view)
  })

  it('shows what it pushes as pending until its state holds it, and never in neither', async () => {
    const { world, device } = await createScene()
    const board = device('ann').open()
    await world.clock.advance(100)
    const seen: string[] = []
    board.subscribe(() =>
      seen.push(`${board.pending.length > 0 ? 'pending' : ''} ${texts(board.state)?.join() ?? ''}`.trim()),
    )
    const sending = board.push('note.add', { id: 'n', text: 'hello' })
    expect(await sending.stored).toMatchObject({ push: 'note.add', input: { id: 'n', text: 'hello', boardId: 'one' } })
    await world.clock.advance(200)
    expect(await sending.done).toMatchObject({ ok: true, value: { id: 'n', text: 'hello' } })
    expect(board.pending).toEqual([])
    expect(texts(board.state)).toEqual(['hello'])
    expect(seen.every((line) => line !== '')).toBe(true)
  })

  it('shows with no signal what it had pushed, however soon after the answer the app was closed', async () => {
    const { world, device } = await createScene()
    const outbox = memoryOutbox()
    const snapshots = memorySnapshots()
    // The app is killed: nothing that it had begun to write is ever written.
    let isKilled = false
    const untilKilled = <Result>(write: () => Promise<Result>) => (isKilled ? new Promise<never>(() => {}) : write())
    const ann = device('ann', {
      outbox: { ...outbox, put: (item) => untilKilled(() => outbox.put(item)) },
      snapshots: { ...snapshots, put: (topic, saved) => untilKilled(() => snapshots.put(topic, saved)) },
    })
    const board = ann.open()
    await world.clock.advance(2_000)
    const sending = board.push('note.add', { id: 'n', text: 'hello' })
    void sending.done.then(() => {
      isKilled = true
    })
    await world.clock.advance(5_000)
    expect(isKilled).toBe(true)

    const again = device('ann', { outbox, snapshots })
    again.network.up = false
    const after = again.open()
    await world.clock.advance(60_000)
    // Perhaps in both: whoever shows them knows a note by its id.
    expect(new Set([...(texts(after.state) ?? []), ...after.pending.map((item) => item.input.text)])).toEqual(
      new Set(['hello']),
    )
  })

  it('goes offline keeping its state, and catches up where it was', async () => {
    const { world, device, say } = await createScene()
    const ann = device('ann')
    const board = ann.open()
    await world.clock.advance(100)
    ann.network.up = false
    ann.road.cut()
    await world.clock.advance(1)
    world.nodes[0]?.committed([say('a')])
    expect(board.status).toBe('offline')
    expect(board.state).toBeDefined()
    ann.network.up = true
    ann.client.retry()
    await world.clock.advance(20_000)
    expect(board.status).toBe('live')
    expect(texts(board.state)).toEqual(['a'])
    const joined = ann.network.delivered
      .filter(([name]) => name === 'joined')
      .map(([, payload]) => (payload as object[])[0])
    expect(joined).toMatchObject([{ value: { state: {} } }, { value: { events: [{ seq: 2 }] } }])
  })

  it('shows what the device knew with no signal at all, and resumes from there', async () => {
    const { world, device, say } = await createScene()
    const snapshots = memorySnapshots()
    say('known')
    const before = device('ann', { snapshots })
    before.open()
    await world.clock.advance(100)
    await before.client.close()
    const after = device('ann', { snapshots })
    after.network.up = false
    const board = after.open()
    await world.clock.advance(100)
    expect(board.view()).toMatchObject({ status: 'offline', state: { notes: [{ text: 'known' }] } })
    world.nodes[0]?.committed([say('new')])
    after.network.up = true
    await world.clock.advance(20_000)
    expect(texts(board.state)).toEqual(['known', 'new'])
    expect(after.network.delivered[0]).toMatchObject(['joined', [{ value: { events: [{ seq: 3 }] } }]])
  })

  it('does not use a saved state that this version would not understand', async () => {
    const { world, device } = await createScene()
    const snapshots = memorySnapshots()
    const { epoch } = world.log.headNow('board:one')
    await snapshots.put('board:one', { state: { pages: [] }, epoch, seq: 1, savedAt: 0 })
    const board = device('ann', { snapshots }).open()
    await world.clock.advance(100)
    expect(board.state).toEqual({ notes: [], members: ['ann'] })
  })

  it('is refused to a stranger, and forgets what it had when access ends', async () => {
    const { world, device } = await createScene()
    const snapshots = memorySnapshots()
    const stranger = device('eve').open()
    const board = device('ann', { snapshots }).open()
    await world.clock.advance(2_000)
    expect(stranger.view()).toMatchObject({ status: 'refused', problem: { status: 404 }, state: undefined })
    expect(await snapshots.get('board:one')).toBeDefined()
    world.setMember('one', 'ann', false, world.nodes[0])
    await world.clock.advance(100)
    expect(board.view()).toMatchObject({ status: 'refused', state: undefined })
    expect(await snapshots.get('board:one')).toBeUndefined()
    world.setMember('one', 'ann', true, world.nodes[0])
    board.retry()
    await world.clock.advance(100)
    expect(board.status).toBe('live')
  })

  it('keeps nothing on the device of what is refused while it is being kept', async () => {
    const { world, device } = await createScene()
    const snapshots = memorySnapshots()
    const sealing = Promise.withResolvers<void>()
    const board = device('ann', {
      snapshots: { ...snapshots, put: (topic, saved) => sealing.promise.then(() => snapshots.put(topic, saved)) },
    }).open()
    await world.clock.advance(2_000)
    world.setMember('one', 'ann', false, world.nodes[0])
    await world.clock.advance(100)
    expect(board.status).toBe('refused')
    sealing.resolve()
    await world.clock.advance(100)
    expect(await snapshots.get('board:one')).toBeUndefined()
  })

  it('takes a snapshot rather than drift when it meets an event it does not know', async () => {
    const { world, device, say } = await createScene()
    const ann = device('ann')
    const board = ann.open()
    await world.clock.advance(100)
    const node = world.nodes[0]
    // A newer server publishes what this client has never heard of; its snapshot is true all the same.
    node?.committed([{ ...say('renamed'), name: 'note.renamed' }])
    await world.clock.advance(10_000)
    expect(ann.errors).toHaveLength(1)
    expect(board.status).toBe('live')
    expect(texts(board.state)).toEqual(['renamed'])
  })

  it('is one for all who open the same topic, and leaves a moment after the last has closed', async () => {
    const { world, device } = await createScene()
    const ann = device('ann')
    const [one, two] = [ann.open(), ann.open()]
    await world.clock.advance(1_000)
    expect(ann.network.delivered.filter(([name]) => name === 'joined')).toHaveLength(1)
    const members = () => world.nodes[0]?.hub.topics.get('board:one')?.members.size
    one.close()
    one.close()
    await world.clock.advance(5_000)
    expect([members(), two.status]).toEqual([1, 'live'])
    two.close()
    await world.clock.advance(5_000)
    expect(members()).toBe(0)
  })

  it('leaves although it was still connecting when the last one closed', async () => {
    const { world, device } = await createScene()
    let delayMs = 5_000
    const road = simulatedSockets({
      clock: world.clock,
      delayMs: () => delayMs,
      route: () => world.nodes[0],
      identity: { key: 'ann', account: 'ann' },
    })
    const { client } = device('ann', { socketFactory: road.factory })
    client.open(boardChannel, { boardId: 'one' }).close()
    await world.clock.advance(4_000)
    delayMs = 2
    await world.clock.advance(10_000)
    expect(client.isUp()).toBe(true)
    expect(world.nodes[0]?.hub.topics.get('board:one')?.members.size ?? 0).toBe(0)
  })

  it('knows who is there, and hears the signals of others', async () => {
    const { world, device } = await createScene()
    world.setMember('one', 'bob', true, world.nodes[0])
    const [ann, bob] = [device('ann').open(), device('bob').open()]
    await world.clock.advance(1_000)
    expect([...ann.present].sort()).toEqual(['ann', 'bob'])
    const heard: unknown[] = []
    const stop = ann.onSignal('typing', (data, from) => heard.push([data, from]))
    bob.signal('typing', { on: true })
    await world.clock.advance(100)
    stop()
    bob.signal('typing', { on: false })
    await world.clock.advance(100)
    expect(heard).toEqual([[{ on: true }, 'bob']])
  })
})

describe('the client', () => {
  it('sends over HTTP when there is no socket, the same words under the same id', async () => {
    const { world, http, device } = await createScene()
    const noSocket: SocketFactory = () => Promise.reject(new Error('blocked by a proxy'))
    http.answer = async () => Response.json({ id: 'n', text: 'hello' }, { status: 201 })
    const { client } = device('ann', { socketFactory: noSocket })
    const sending = client.open(boardChannel, { boardId: 'one' }).push('note.add', { id: 'n', text: 'hello' })
    await world.clock.advance(100)
    expect((await sending.done).ok).toBe(true)
    expect(http.requests).toEqual(['https://care.example/api/boards/one/notes'])
  })

  it('shows what went over HTTP for as long as its topic has not been joined since', async () => {
    const { world, http, device } = await createScene()
    const outbox = memoryOutbox()
    const ann = device('ann', { outbox, isOnline: () => true })
    ann.network.up = false
    const board = ann.open()
    http.answer = async () => {
      world.log.add({ topic: 'board:one', name: 'note.added', data: { id: 'n', text: 'hello' } })
      return Response.json({ id: 'n', text: 'hello' }, { status: 201 })
    }
    await world.clock.advance(100)
    const shown = new Set<string>()
    const look = () => shown.add(board.pending.length > 0 || texts(board.state)?.includes('hello') ? 'there' : 'gone')
    const { done } = board.push('note.add', { id: 'n', text: 'hello' })
    await world.clock.advance(1_000)
    board.subscribe(look)
    expect((await done).ok).toBe(true)
    await world.clock.advance(60_000)
    look()
    expect(await outbox.all()).toMatchObject([{ state: 'waiting' }])
    ann.network.up = true
    ann.client.retry()
    await world.clock.advance(60_000)
    look()
    expect([...shown]).toEqual(['there'])
    expect(texts(board.state)).toEqual(['hello'])
    expect(ann.client.outbox.list()).toEqual([])
    expect(await outbox.all()).toMatchObject([{ state: 'sent' }])
  })

  it('asks where its topic stands when an answer over HTTP comes to a socket that is up again', async () => {
    const { world, http, device } = await createScene()
    const ann = device('ann', { isOnline: () => true })
    ann.network.up = false
    const board = ann.open()
    const answer = Promise.withResolvers<Response>()
    http.answer = () => answer.promise
    await world.clock.advance(100)
    const { done } = board.push('note.add', { id: 'n', text: 'hello' })
    await world.clock.advance(100)
    ann.network.up = true
    ann.client.retry()
    await world.clock.advance(1_000)
    expect(board.status).toBe('live')
    // Its event is lost on its way to this node.
    world.log.add({ topic: 'board:one', name: 'note.added', data: { id: 'n', text: 'hello' } })
    answer.resolve(Response.json({ id: 'n', text: 'hello' }, { status: 201 }))
    expect((await done).ok).toBe(true)
    await world.clock.advance(30_000)
    expect([texts(board.state), board.pending, ann.client.outbox.list()]).toEqual([['hello'], [], []])
  })

  it('sends over HTTP what is too long for one frame, where its size is a problem and not the end of the socket', async () => {
    const { world, http, device } = await createScene()
    const ann = device('ann')
    const board = ann.open()
    await world.clock.advance(100)
    http.answer = async () => Response.json({ type: 'about:blank', title: 'Too big' }, { status: 413 })
    const sending = board.push('note.add', { id: 'n', text: '\u3164'.repeat(22_000) })
    const short = board.push('note.add', { id: 'm', text: 'short' })
    await world.clock.advance(100)
    expect(await sending.done).toMatchObject({ ok: false, problem: { status: 413 } })
    expect((await short.done).ok).toBe(true)
    expect(http.requests).toEqual(['https://care.example/api/boards/one/notes'])
  })

  it('joins again when it is told what came after a place that it is not at', async () => {
    const { world, http, device } = await createScene()
    const listeners = new Map<string, (payload?: unknown) => void>()
    const said: [string, unknown][] = []
    const socket: SocketLike = {
      connected: false,
      connect() {
        socket.connected = true
        listeners.get('connect')?.()
      },
      disconnect: () => {},
      on: (name, listener) => listeners.set(name, listener),
      emit: (name, payload) => said.push([name, payload]),
    }
    http.answer = async () => Response.json({ notes: [{ id: 'a', text: 'a' }], members: [] })
    const board = device('ann', { socketFactory: () => socket, lookAhead: ['board'] }).open()
    await world.clock.advance(100)
    // The answer to whoever had this topic open before.
    const event = { topic: 'board:one', seq: 1, name: 'note.added', data: { id: 'a', text: 'a' }, at: '' }
    const value = { epoch: 'e', seq: 1, head: 1, present: [], events: [event] }
    listeners.get('joined')?.([{ topic: 'board:one', ok: true, value }])
    await world.clock.advance(100)
    expect([board.status, texts(board.state)]).toEqual(['catching-up', ['a']])
    expect(said.at(-1)).toEqual(['join', [{ topic: 'board:one', cursor: undefined }]])
  })

  it('replaces a socket that is up and does not answer, and sends again', async () => {
    const { world, device } = await createScene()
    const ann = device('ann')
    const board = ann.open()
    await world.clock.advance(100)
    ann.road.hold(true)
    const sending = board.push('note.add', { id: 'n', text: 'hello' })
    await world.clock.advance(12_000)
    ann.road.hold(false)
    await world.clock.advance(20_000)
    expect((await sending.done).ok).toBe(true)
    expect(texts(board.state)).toEqual(['hello'])
    expect(board.status).toBe('live')
  })

  it('stops knocking when its session is over, says so, and carries on after signing in', async () => {
    const { world, device } = await createScene()
    const ann = device('ann')
    let knocks = 0
    let signedIn = false
    const refused: unknown[] = []
    const guarded: SocketFactory = async (options) => {
      const socket = await ann.road.factory(options)
      const { connect } = socket
      const listeners: ((error: unknown) => void)[] = []
      const on = socket.on.bind(socket)
      return Object.assign(socket, {
        on(name: string, listener: (...args: never[]) => void) {
          if (name === 'connect_error') listeners.push(listener as never)
          return on(name, listener as never)
        },
        connect() {
          knocks++
          if (signedIn) return connect.call(socket)
          for (const listener of listeners) listener({ data: { type: 't', title: 'Sign in', status: 401 } })
        },
      })
    }
    const client = device('ann', {
      socketFactory: guarded,
      onRefused: (problem) => refused.push(problem.status),
    }).client
    const board = client.open(boardChannel, { boardId: 'one' })
    const sending = board.push('note.add', { id: 'n', text: 'kept' })
    await world.clock.advance(600_000)
    expect([knocks, refused]).toEqual([1, [401]])
    expect(board.pending).toMatchObject([{ input: { text: 'kept' } }])
    signedIn = true
    client.retry()
    await world.clock.advance(100_000)
    expect((await sending.done).ok).toBe(true)
  })

  it('comes back by itself after the server asked it to leave', async () => {
    const { world, device } = await createScene()
    const ann = device('ann')
    const board = ann.open()
    await world.clock.advance(100)
    const [old] = world.nodes
    world.startNode()
    for (const connection of old?.hub.connections ?? []) connection.tell('drain', { afterMs: 50 })
    world.nodes.reverse()
    await world.clock.advance(2_000)
    expect(board.status).toBe('live')
    expect(old?.hub.connections.size).toBe(0)
  })

  it('calls an operation over HTTP, and throws the server’s problem', async () => {
    const { http, device } = await createScene()
    const { client } = device('ann')
    http.answer = async () => Response.json({ notes: [], members: [] })
    expect(await client.call(boardChannel.snapshot, { boardId: 'one' })).toEqual({ notes: [], members: [] })
    http.answer = async () => Response.json({ type: '/problems/not-found', title: 'No' }, { status: 404 })
    const failure = await client.call(boardChannel.snapshot, { boardId: 'one' }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CallError)
    expect(failure).toMatchObject({ problem: { type: '/problems/not-found', status: 404 } })
  })

  it('sends nothing more once it is closed, and keeps what is unsent', async () => {
    const { world, http, device } = await createScene()
    const outbox = memoryOutbox()
    const ann = device('ann', { outbox })
    ann.network.up = false
    const board = ann.open()
    await board.push('note.add', { id: 'n', text: 'hello' }).stored
    await ann.client.close()
    ann.network.up = true
    await world.clock.advance(600_000)
    expect(http.requests).toEqual([])
    expect(await outbox.all()).toMatchObject([{ state: 'waiting', input: { id: 'n' } }])
  })
})
