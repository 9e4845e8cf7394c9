import { describe, expect, it, vi } from 'vitest'
import { createLoneNode, refused, topic } from '../../test/lone-node.ts'
import { boardChannel } from '../testing/board.ts'
import type { JoinAnswer, KickMessage } from '../wire.ts'

/** So that nothing is found by looking at the heads every moment. */
const wellBell = { publish: () => {}, subscribe: () => {}, healthy: () => true, close: () => {} }

describe('what members of a topic get', () => {
  it('is every event once and in order, however they reach the node', async () => {
    const { node, clock, add, connect } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    const events = ['a', 'b', 'c', 'd', 'e'].map((text) => add(text))
    const [a, b, c, d, e] = events as [(typeof events)[0], ...typeof events]
    node.committed([b!, a])
    node.committed([b!, e!, a, d!])
    expect(ann.seqs()).toEqual([1, 2])
    node.committed([c!])
    expect(ann.seqs()).toEqual([1, 2, 3, 4, 5])
    await clock.advance(60_000)
    expect(ann.seqs()).toEqual([1, 2, 3, 4, 5])
  })

  it('has no hole: what never reached the node is read from the log, once for all members', async () => {
    const { node, clock, add, connect } = createLoneNode()
    const members = ['ann', 'bob', 'cat'].map((account) => connect(account))
    for (const member of members) await member.joined()
    add('a')
    add('b')
    const c = add('c')
    node.committed([c])
    await clock.advance(30)
    for (const member of members) expect(member.seqs()).toEqual([1, 2, 3])
    expect(node.stats().logReads).toBe(1)
  })

  it('has no hole either when more comes while the log is being read', async () => {
    const { node, clock, add, connect, database } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    add('a')
    node.committed([add('b')])
    database.afterRead = () => {
      database.afterRead = () => {}
      add('c')
      node.committed([add('d')])
    }
    await clock.advance(150)
    expect(ann.seqs()).toEqual([1, 2, 3, 4])
  })

  it('has no hole after more came early than is held, without waiting for the next look at the log', async () => {
    const { node, clock, add, connect } = createLoneNode({ bell: wellBell })
    const ann = connect('ann')
    await ann.joined()
    await clock.advance(1_000)
    add('0')
    node.committed(Array.from({ length: 300 }, (_, n) => add(`${n + 1}`)))
    await clock.advance(2_000)
    expect(ann.seqs().length).toBe(301)
  })

  it('is not looked for again and again after a node told of an epoch that is over', async () => {
    const { node, clock, add, connect } = createLoneNode({ bell: wellBell })
    const before = add('a')
    const ann = connect('ann')
    const joining = ann.joined()
    node.committed([{ ...before, epoch: 'over', seq: 50 }])
    await joining
    await clock.advance(5_000)
    expect(node.stats().logReads).toBeLessThan(5)
  })

  it('is what stands in the log now, though it was read when there were other words', async () => {
    const { node, log, add, connect, database } = createLoneNode({ bell: wellBell })
    vi.spyOn(boardChannel.rewrites, 'has').mockImplementation((name) => name === 'member.added')
    add('a secret')
    const cursor = { epoch: log.headNow(topic).epoch, seq: 0 }
    const [ann, bob] = [connect('ann'), connect('bob')]
    await connect('cat').joined()
    database.afterRead = () => {
      if (node.stats().logReads === 0) return
      database.afterRead = () => {}
      log.events(topic)[0] = { ...log.events(topic)[0]!, data: { id: 'a', text: 'taken out' } }
      node.committed([add('x', 'member.added')])
    }
    await ann.joined({ cursor })
    expect(JSON.stringify(await bob.joined({ cursor }))).not.toContain('a secret')
    vi.restoreAllMocks()
  })

  it('arrives although no bell ever rang', async () => {
    const { clock, add, connect } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    add('a')
    await clock.advance(250)
    expect(ann.seqs()).toEqual([1])
  })

  it('goes on after the database was away', async () => {
    const { clock, add, connect, database, errors } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    database.isUp = false
    add('a')
    await clock.advance(5_000)
    expect(ann.seqs()).toEqual([])
    expect(errors.length).toBeGreaterThan(0)
    database.isUp = true
    await clock.advance(1_000)
    expect(ann.seqs()).toEqual([1])
  })

  it('starts again from the snapshot when the log was restored', async () => {
    const { clock, add, log, connect } = createLoneNode()
    const ann = connect('ann')
    add('a')
    add('b')
    const before = await ann.joined()
    log.restore(() => 1)
    await clock.advance(250)
    expect(ann.of('resync')).toEqual([{ topic }])
    const after = await ann.joined({ cursor: { epoch: before.epoch, seq: before.seq } })
    expect(after).toMatchObject({ seq: 1, state: { notes: [{ text: 'a' }] } })
    expect(after.epoch).not.toBe(before.epoch)
  })

  it('starts again when it learns of the new epoch while it fills a hole', async () => {
    const { node, clock, add, log, connect } = createLoneNode()
    const ann = connect('ann')
    await ann.joined()
    add('a')
    const old = add('b')
    log.restore(() => 1)
    node.committed([old])
    await clock.advance(100)
    expect(ann.of('resync')).toEqual([{ topic }])
    expect(node.stats().logReads).toBeLessThan(3)
  })

  it('starts again from the snapshot when numbers were lost without a new epoch', async () => {
    const { clock, add, log, connect } = createLoneNode()
    const ann = connect('ann')
    add('a')
    add('b')
    await ann.joined()
    log.lose(topic, 1)
    await clock.advance(250)
    expect(ann.of('resync')).toEqual([{ topic }])
    expect(await ann.joined({ cursor: { epoch: log.headNow(topic).epoch, seq: 2 } })).toMatchObject({
      seq: 1,
      state: {},
    })
  })
})

describe('joining', () => {
  it('answers a snapshot first, and everything after it', async () => {
    const { node, add, connect } = createLoneNode()
    add('a')
    const ann = connect('ann')
    expect(await ann.joined()).toMatchObject({ seq: 1, head: 1, state: { notes: [{ text: 'a' }] } })
    node.committed([add('b')])
    expect(ann.seqs()).toEqual([2])
  })

  it('misses nothing that is committed while the snapshot is being read', async () => {
    const { node, clock, add, connect, database } = createLoneNode()
    const [ann, bob] = [connect('ann'), connect('bob')]
    await bob.joined()
    add('a')
    database.beforeSnapshot = () => {
      database.beforeSnapshot = () => {}
      node.committed([add('b')])
      add('c')
      queueMicrotask(() => node.committed([add('d')]))
    }
    const { seq } = await ann.joined()
    node.committed([add('e')])
    await clock.advance(100)
    expect(seq).toBe(3)
    expect(ann.seqs()).toEqual([4, 5])
    expect(bob.seqs()).toEqual([1, 2, 3, 4, 5])
  })

  it('resumes after the cursor with the events and no snapshot', async () => {
    const { log, add, connect } = createLoneNode()
    for (const text of 'abcde') add(text)
    const joined = await connect('ann').joined({ cursor: { epoch: log.headNow(topic).epoch, seq: 3 } })
    expect(joined).toMatchObject({ seq: 5, head: 5, events: [{ seq: 4 }, { seq: 5 }] })
    expect(joined).not.toHaveProperty('state')
  })

  it('resumes a long absence in pages', async () => {
    const { log, clock, add, connect } = createLoneNode({ limits: { pageEvents: 10 } })
    for (let n = 0; n < 95; n++) add(`${n}`)
    const ann = connect('ann')
    const joined = await ann.joined({ cursor: { epoch: log.headNow(topic).epoch, seq: 0 } })
    expect(joined).toMatchObject({ seq: 10, head: 95 })
    await clock.advance(100)
    expect(ann.seqs()).toEqual(Array.from({ length: 85 }, (_, n) => n + 11))
  })

  it.each([
    ['a cursor of another epoch', { epoch: 'other', seq: 1 }, {}],
    ['a cursor beyond the log', { epoch: 'epoch-1', seq: 99 }, {}],
    ['a cursor from before what the log keeps', { epoch: 'epoch-1', seq: 1 }, { keep: 2 }],
    ['a cursor too far back to replay', { epoch: 'epoch-1', seq: 0 }, { limits: { replayEvents: 4 } }],
    ['a cursor of another span of membership', { epoch: 'epoch-1', seq: 3, span: 'before' }, {}],
  ])('answers %s with a snapshot', async (_, cursor, { keep, limits }: { keep?: number; limits?: object }) => {
    const { log, add, connect } = createLoneNode(limits ? { limits } : {})
    for (const text of 'abcde') add(text)
    if (keep) log.expire(keep)
    expect(await connect('ann').joined({ cursor })).toMatchObject({ seq: 5, state: {} })
  })

  it('believes a client that is ahead of this node, and gives it nothing twice', async () => {
    const { node, clock, log, add, connect } = createLoneNode()
    const bob = connect('bob')
    await bob.joined()
    const [a, b] = [add('a'), add('b')]
    const ann = connect('ann')
    expect(await ann.joined({ cursor: { epoch: log.headNow(topic).epoch, seq: 2 } })).toMatchObject({
      seq: 2,
      events: [],
    })
    node.committed([a, b, add('c')])
    await clock.advance(100)
    expect(ann.seqs()).toEqual([3])
    expect(bob.seqs()).toEqual([1, 2, 3])
  })

  it('is refused as not found, for a stranger and for what does not exist alike', async () => {
    const { access, connect } = createLoneNode()
    access.set('eve', refused)
    const eve = connect('eve')
    const stranger = await eve.join()
    expect(stranger).toMatchObject({ ok: false, problem: { status: 404 } })
    expect(await eve.join({ topic: 'nothing:one' })).toEqual(stranger)
    expect(await eve.join({ topic: 'board:' })).toEqual(stranger)
  })

  it('says try again when the database is away, and works once it is back', async () => {
    const { database, connect } = createLoneNode()
    const ann = connect('ann')
    database.isUp = false
    expect(await ann.join()).toMatchObject({ ok: false, problem: { status: 503 } })
    database.isUp = true
    expect((await ann.join()).ok).toBe(true)
  })

  it('takes the topics of a handshake together, and the answers go out together', async () => {
    const { node, clock, connect } = createLoneNode()
    const ann = connect('ann')
    const topics = Array.from({ length: 20 }, (_, n) => `board:b${n}`)
    node.handlers.resume(ann.connection, { resume: topics.map((name) => ({ topic: name })) })
    await clock.advance(100)
    expect(
      ann
        .of<JoinAnswer[]>('joined')
        .flat()
        .map((answer) => answer.topic)
        .sort(),
    ).toEqual(topics.toSorted())
    expect(ann.of('joined').length).toBeLessThan(5)
    expect(node.stats().headReads).toBe(1)
  })

  it('reads once for the many who come back together', async () => {
    const { node, clock, log, add, connect } = createLoneNode()
    for (let n = 0; n < 20; n++) add(`${n}`)
    const resume = [{ topic, cursor: { epoch: log.headNow(topic).epoch, seq: 0 } }]
    const members = Array.from({ length: 50 }, (_, n) => connect(`m${n}`))
    for (const member of members) node.handlers.resume(member.connection, { resume })
    await clock.advance(100)
    for (const member of members)
      expect(member.of<JoinAnswer[]>('joined').flat()).toMatchObject([{ ok: true, value: { seq: 20 } }])
    expect(node.stats()).toMatchObject({ headReads: 1, logReads: 1 })
  })
})

describe('losing access', () => {
  it('ends with the removal, exactly: nothing numbered from there on, while the others go on', async () => {
    const { node, clock, access, add, connect } = createLoneNode()
    const [ann, eve] = [connect('ann'), connect('eve')]
    await ann.joined()
    await eve.joined()
    node.committed([add('a')])
    access.set('eve', refused)
    node.committed([add('eve', 'member.removed'), add('b')])
    node.committed([add('c')])
    await clock.advance(1_000)
    expect(eve.seqs()).toEqual([1])
    expect(eve.of<KickMessage>('kick')).toEqual([{ topic, problem: refused.problem }])
    expect(ann.seqs()).toEqual([1, 2, 3, 4])
  })

  it('is found by a node that heard of nothing', async () => {
    const { clock, access, add, connect } = createLoneNode()
    const eve = connect('eve')
    await eve.joined()
    add('a')
    access.set('eve', refused)
    add('eve', 'access.changed')
    add('b')
    await clock.advance(1_000)
    expect(eve.seqs()).toEqual([1])
    expect(eve.of('kick')).toHaveLength(1)
  })

  it('is noticed in the middle of catching up', async () => {
    const { node, clock, log, access, add, connect } = createLoneNode({ limits: { pageEvents: 5 } })
    for (let n = 0; n < 12; n++) add(`${n}`)
    const eve = connect('eve')
    eve.socket.unread = 100_000
    expect((await eve.joined({ cursor: { epoch: log.headNow(topic).epoch, seq: 0 } })).seq).toBe(5)
    access.set('eve', refused)
    node.committed([add('eve', 'member.removed'), add('b')])
    eve.socket.unread = 0
    eve.socket.drain()
    await clock.advance(1_000)
    expect(eve.seqs()).toEqual([])
    expect(eve.of('kick')).toHaveLength(1)
  })

  it('is noticed between the question and the answer of a join', async () => {
    const { access, add, connect, database } = createLoneNode()
    const eve = connect('eve')
    // The snapshot is read after access was asked; by then eve has been removed.
    database.beforeSnapshot = () => {
      access.set('eve', refused)
      add('eve', 'member.removed')
      add('a secret')
    }
    expect(await eve.join()).toEqual(refused)
    expect(eve.frames).toEqual([])
  })

  it('waits when access cannot be asked, rather than guess', async () => {
    const { node, clock, access, add, connect, database } = createLoneNode()
    const [ann, eve] = [connect('ann'), connect('eve')]
    await ann.joined()
    await eve.joined()
    database.isUp = false
    access.set('eve', refused)
    node.committed([add('eve', 'member.removed'), add('a')])
    await clock.advance(3_000)
    expect([ann.seqs(), eve.seqs()]).toEqual([[], []])
    database.isUp = true
    await clock.advance(2_000)
    expect([ann.seqs(), eve.seqs()]).toEqual([[1, 2], []])
  })

  it('comes at the hour that was known, without an event', async () => {
    const { node, clock, access, add, connect } = createLoneNode()
    const until = new Date(clock.now() + 60_000)
    access.set('eve', { ok: true, until })
    const [ann, eve] = [connect('ann'), connect('eve')]
    await ann.joined()
    await eve.joined()
    node.committed([add('a')])
    await clock.advance(60_000)
    node.committed([add('b')])
    await clock.advance(100)
    expect(eve.seqs()).toEqual([1])
    expect(eve.of('kick')).toHaveLength(1)
    expect(ann.seqs()).toEqual([1, 2])
  })

  it('is put off when the hour was', async () => {
    const { node, clock, access, add, connect } = createLoneNode()
    access.set('eve', { ok: true, until: new Date(clock.now() + 60_000) })
    const eve = connect('eve')
    await eve.joined()
    access.set('eve', { ok: true, until: new Date(clock.now() + 600_000) })
    await clock.advance(60_000)
    node.committed([add('a')])
    await clock.advance(100)
    expect(eve.seqs()).toEqual([1])
  })

  it('and coming back is another span: what was said in between is not replayed', async () => {
    const { node, clock, access, add, connect } = createLoneNode()
    access.set('eve', { ok: true, span: 'first' })
    const eve = connect('eve')
    const { epoch } = await eve.joined()
    // Removed and brought back before this node hears of either.
    access.set('eve', { ok: true, span: 'second' })
    node.committed([add('eve', 'member.removed'), add('secret'), add('eve', 'member.added')])
    await clock.advance(1_000)
    expect(eve.seqs()).toEqual([])
    expect(eve.of('resync')).toHaveLength(1)
    expect(await eve.joined({ cursor: { epoch, seq: 0, span: 'first' } })).toMatchObject({
      seq: 3,
      span: 'second',
      state: {},
    })
  })

  it('comes at once by a kick, and by the end of a session', async () => {
    const { node, connect } = createLoneNode()
    const [eve, eveElsewhere, ann] = [connect('eve', 'k1'), connect('eve', 'k2'), connect('ann')]
    for (const one of [eve, eveElsewhere, ann]) await one.joined()
    node.kick({ topic, account: 'eve' }, refused.problem)
    expect([eve, eveElsewhere, ann].map((one) => one.of('kick').length)).toEqual([1, 1, 0])
    node.endIdentity('k1')
    expect([eve, eveElsewhere, ann].map((one) => one.socket.closed)).toEqual([true, false, false])
  })

  it('ends sockets of sessions that are no more, though nobody said so', async () => {
    const alive = new Set(['ann', 'eve'])
    const { clock, connect } = createLoneNode({
      revalidate: async (identities) => identities.map((one) => alive.has(one.key)),
    })
    const [ann, eve] = [connect('ann'), connect('eve')]
    await clock.advance(5_000)
    expect(eve.socket.closed).toBe(false)
    alive.delete('eve')
    await clock.advance(1_500)
    expect([ann.socket.closed, eve.socket.closed]).toEqual([false, true])
  })
})

describe('a reader that does not read', () => {
  const content = { limits: { unreadBytes: 1_000, unreadMs: 5_000 } }

  it('gets no more content, and is brought level once it reads again', async () => {
    const { node, clock, add, connect } = createLoneNode(content)
    const [ann, slow] = [connect('ann'), connect('slow')]
    await ann.joined()
    await slow.joined()
    slow.socket.unread = 1_001
    for (let n = 0; n < 200; n++) node.committed([add(`${n}`)])
    expect(slow.seqs()).toEqual([])
    expect(ann.seqs()).toHaveLength(200)
    slow.socket.unread = 0
    slow.socket.drain()
    await clock.advance(100)
    expect(slow.seqs()).toEqual(ann.seqs())
  })

  it('is told to resync and closed after five seconds', async () => {
    const { clock, connect } = createLoneNode(content)
    const [ann, dead] = [connect('ann'), connect('dead')]
    await ann.joined()
    await dead.joined()
    dead.socket.unread = 1
    await clock.advance(4_000)
    expect(dead.socket.closed).toBe(false)
    await clock.advance(3_000)
    expect(dead.of('resync')).toEqual([{ topic }])
    expect([ann.socket.closed, dead.socket.closed]).toEqual([false, true])
  })

  it('is left alone while it is slow but gets somewhere', async () => {
    const { clock, connect } = createLoneNode(content)
    const slow = connect('slow')
    await slow.joined()
    slow.socket.unread = 900
    for (let second = 0; second < 20; second++) {
      slow.socket.read += 4_000
      await clock.advance(1_000)
    }
    expect(slow.socket.closed).toBe(false)
  })
})
