import { describe, expect, it } from 'vitest'
import { createLoneNode, refused, topic } from '../../test/lone-node.ts'
import type { SignalMessage } from '../wire.ts'

const push = (input: unknown, name = 'note.add') => ({ topic, name, input })
const note = { id: 'n1', text: 'hello' }

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

describe('a push', () => {
  it('runs the command with the topic filled in, and answers how far the topic has got', async () => {
    const { connect, log } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    expect(await ann.say('push', push(note))).toEqual({
      ok: true,
      value: note,
      epoch: log.headNow(topic).epoch,
      seq: 1,
    })
    expect(log.events(topic)).toMatchObject([{ seq: 1, data: note }])
  })

  it('needs no membership of its own, so an outbox does not wait for the join', async () => {
    const { connect } = createLoneNode()
    expect(await connect('ann').say('push', push(note))).toMatchObject({ ok: true })
  })

  it('names the epoch it went to, though its topic was only just begun here', async () => {
    const { connect, log } = createLoneNode()
    const ann = connect('ann')
    const [, reply] = await Promise.all([ann.joined(), ann.say('push', push(note))])
    expect(reply).toEqual({ ok: true, value: note, epoch: log.headNow(topic).epoch, seq: 1 })
  })

  it.each([
    ['another topic than its own', push({ ...note, boardId: 'two' }), 404],
    ['a command the channel does not have', push(note, 'board.burn'), 404],
    ['a name every object has', push(note, 'constructor'), 404],
    ['a topic of no channel', { ...push(note), topic: 'nothing:1' }, 404],
    ['an input its schema refuses', push({ ...note, text: '' }), 422],
    ['an input that is no object', push(['a']), 422],
    ['no topic', { name: 'note.add', input: note }, 400],
    ['nothing at all', undefined, 400],
    ['a topic that is no text', { topic: { toString: 1 }, name: 'note.add' }, 400],
    ['a command that fails', push({ ...note, text: 'throw' }), 500],
  ])('answers a problem to %s', async (_, message, status) => {
    const { connect } = createLoneNode()
    const reply = await connect('ann').say('push', message)
    expect(reply).toMatchObject({ ok: false, problem: { status } })
    expect(JSON.stringify(reply)).not.toContain('secret')
  })
})

it('refuses an input that does not fit in the host’s own words, where it has some', async () => {
  const { connect } = createLoneNode({ unfit: () => ({ type: '/problems/malformed', title: 'Not so', status: 400 }) })
  expect(await connect('ann').say('push', push(['a']))).toMatchObject({ ok: false, problem: { title: 'Not so' } })
})

describe('a signal', () => {
  const typing = { topic, name: 'typing', data: { on: true } }

  it('reaches the other members and not its sender', async () => {
    const { connect } = createLoneNode()
    const [ann, bob] = [connect('ann'), connect('bob')]
    await ann.joined()
    await bob.joined()
    expect(await ann.say('signal', typing)).toMatchObject({ ok: true })
    expect(bob.of<SignalMessage>('signal')).toEqual([{ ...typing, from: 'ann' }])
    expect(ann.of('signal')).toEqual([])
  })

  it.each([
    ['from a stranger', typing, false],
    ['of a kind the channel does not have', { ...typing, name: 'shouting' }, true],
    ['its schema refuses', { ...typing, data: { on: 'yes' } }, true],
    ['that is deeper than anybody can write out', { ...typing, data: { on: true, more: nested(20_000) } }, true],
    ['that is long', { ...typing, data: { on: true, more: 'x'.repeat(5_000) } }, true],
  ])('is dropped %s', async (_, message, joined) => {
    const { connect } = createLoneNode()
    const [ann, bob] = [connect('ann'), connect('bob')]
    await bob.joined()
    if (joined) await ann.joined()
    expect(await ann.say('signal', message)).toMatchObject({ ok: false })
    expect(bob.of('signal')).toEqual([])
  })

  it('reaches nobody, and is taken from nobody, whose access had an end that has passed', async () => {
    const { clock, access, connect } = createLoneNode()
    const [ann, bob] = [connect('ann'), connect('bob')]
    access.set('ann', { ok: true, until: new Date(clock.now() + 5_000) })
    await ann.joined()
    await bob.joined()
    expect(await ann.say('signal', typing)).toMatchObject({ ok: true })
    await clock.advance(5_000)
    access.set('ann', refused)
    expect(await bob.say('signal', typing)).toMatchObject({ ok: true })
    expect(await ann.say('signal', typing)).toMatchObject({ ok: false, problem: { status: 404 } })
    await clock.advance(1_000)
    expect([ann.of('signal'), bob.of('signal').length]).toEqual([[], 1])
    expect(ann.of('kick')).toHaveLength(1)
  })

  it('asks for access once in a while, and again after access changed', async () => {
    const { node, clock, add, connect, asked } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    const signals = () => asked.filter(({ action }) => action === 'signal').length
    await ann.say('signal', typing)
    await ann.say('signal', typing)
    expect(signals()).toBe(1)
    node.committed([add('ann', 'access.changed')])
    await clock.advance(100)
    await ann.say('signal', typing)
    expect(signals()).toBe(2)
  })
})

describe('a socket that says too much', () => {
  it('is told to wait, without anything being run', async () => {
    const { connect, log, clock } = createLoneNode({ limits: { eventsPerSecond: 20, eventsBurst: 5 } })
    const [ann, bob] = [connect('ann'), connect('bob')]
    const replies: unknown[] = []
    for (let n = 0; n < 10; n++)
      void ann.say('push', push({ ...note, id: `n${n}` })).then((reply) => replies.push(reply))
    await clock.advance(1)
    expect(log.events(topic)).toHaveLength(5)
    expect(await bob.say('push', push(note))).toMatchObject({ ok: true })
    await clock.advance(1_000)
    expect(replies.filter((reply) => !(reply as { ok: boolean }).ok)).toHaveLength(5)
    expect(replies.find((reply) => !(reply as { ok: boolean }).ok)).toMatchObject({
      problem: { status: 429, retryAfter: 1 },
    })
  })

  it('is closed when it goes on and on', async () => {
    const { node, connect } = createLoneNode()
    const flood = connect('flood')
    for (let n = 0; n < 1_000; n++) node.handlers.handle(flood.connection, 'signal', {}, () => {})
    expect(flood.socket.closed).toBe(true)
  })

  it('asks for many topics at once at the price of as many messages as they are worth', async () => {
    const { node, connect } = createLoneNode()
    const greedy = connect('greedy')
    let asked = 0
    for (let round = 0; round < 20; round++) {
      const topics = Array.from({ length: 200 }, (_, n) => ({ topic: `board:${round}-${n}` }))
      const reply = await greedy.say<{ ok: boolean }>('join', topics)
      if (reply.ok) asked += topics.length
      else expect(reply).toMatchObject({ problem: { status: 429 } })
    }
    expect(asked).toBeGreaterThanOrEqual(400)
    expect(asked).toBeLessThan(1_200)
    expect(node.stats().limited).toBeGreaterThan(0)
  })

  it('may hold so many topics and no more', async () => {
    const { connect } = createLoneNode({ limits: { topicsPerSocket: 2 } })
    const ann = connect('ann')
    for (const name of ['board:one', 'board:two', 'board:two']) expect((await ann.join({ topic: name })).ok).toBe(true)
    expect(await ann.join({ topic: 'board:three' })).toMatchObject({ problem: { status: 429 } })
  })
})
