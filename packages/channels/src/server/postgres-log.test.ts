import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLogDatabase, type LogDatabase } from '../../test/log-database.ts'
import { createPostgresLog } from './postgres-log.ts'

const log = createPostgresLog()
let db: LogDatabase
beforeAll(async () => {
  db = await createLogDatabase()
})
afterAll(() => db.drop())

let count = 0
const freshTopic = () => `note:${++count}`
const append = (topic: string, n = 1, data: unknown = {}) =>
  db.transaction((tx) =>
    log.appendMany(
      tx,
      Array.from({ length: n }, () => ({ topic, name: 'note.added', data })),
    ),
  )
const read = (topic: string, afterSeq: number, limit = 100) =>
  db.transaction((tx) => log.read(tx, topic, afterSeq, limit))
const age = (topic: string, seq: number, days: number) =>
  db.pool.query(
    `update topic_event set day = day - $3::int, slot = topic_slot(day - $3::int) where topic = $1 and seq <= $2`,
    [topic, seq, days],
  )

describe('the Postgres log', () => {
  it('numbers a topic densely from 1, and reads back what was appended', async () => {
    const topic = freshTopic()
    const event = { topic, name: 'note.added', data: { text: 'ü "quoted" \\ \u2028' }, actorId: 'a', subjectId: 's' }
    const first = await db.transaction((tx) => log.append(tx, event))
    const second = await db.transaction((tx) => log.append(tx, { ...event, at: '2026-01-02T03:04:05.006Z' }))
    expect([first.seq, second.seq]).toEqual([1, 2])
    expect(first.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(second.at).toBe('2026-01-02T03:04:05.006Z')
    expect(await read(topic, 0)).toEqual([first, second])
    expect(await read(topic, 0, 1)).toEqual([first])
    expect(await db.transaction((tx) => log.head(tx, topic))).toEqual({ epoch: first.epoch, seq: 2 })
  })

  it('appends to many topics at once, in the order given within each', async () => {
    const [a, b] = [freshTopic(), freshTopic()]
    const name = 'note.added'
    const events = await db.transaction((tx) =>
      log.appendMany(tx, [
        { topic: b, name, data: { n: 1 } },
        { topic: a, name, data: { n: 2 } },
        { topic: b, name, data: { n: 3 } },
      ]),
    )
    expect(events.map((e) => [e.topic, e.seq, e.data])).toEqual([
      [b, 1, { n: 1 }],
      [a, 1, { n: 2 }],
      [b, 2, { n: 3 }],
    ])
  })

  it('leaves no hole and no double under 200 concurrent appends, a third of them rolled back', async () => {
    const topics = [freshTopic(), freshTopic(), freshTopic()]
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        db.transaction(async (tx) => {
          const order = i % 2 ? topics : topics.toReversed()
          const events = await log.appendMany(
            tx,
            order.map((topic) => ({ topic, name: 'note.added', data: { i } })),
          )
          if (i % 3 === 0) throw new Error('rolled back')
          return events
        }),
      ),
    )
    const committed = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []))
    expect(committed).toHaveLength(133)
    for (const topic of topics) {
      const seqs = committed.map((events) => events.find((e) => e.topic === topic)?.seq).sort((x, y) => x! - y!)
      expect(seqs).toEqual(Array.from({ length: 133 }, (_, i) => i + 1))
      expect(await read(topic, 0, 500)).toHaveLength(133)
    }
  })

  it('answers heads of unknown topics with the epoch they will get', async () => {
    const topic = freshTopic()
    const head = await db.transaction((tx) => log.head(tx, topic))
    expect(head.seq).toBe(0)
    expect((await append(topic))[0]?.epoch).toBe(head.epoch)
  })

  it('says too-old rather than skip: before the log, beyond its head, across an erased event', async () => {
    const topic = freshTopic()
    expect(await read(topic, 0)).toEqual([])
    expect(await read(topic, 3)).toBe('too-old')
    await append(topic, 5)
    expect(await read(topic, 5)).toEqual([])
    expect(await read(topic, 6)).toBe('too-old')
    await db.pool.query('delete from topic_event where topic = $1 and seq = 3', [topic])
    expect(await read(topic, 1)).toBe('too-old')
    expect(await read(topic, 2)).toBe('too-old')
    expect(await read(topic, 3)).toHaveLength(2)
  })

  it('reads many topics in one statement', async () => {
    const [a, b, c] = [freshTopic(), freshTopic(), freshTopic()]
    await append(a, 3)
    await append(b, 1)
    const found = await db.transaction((tx) =>
      log.readMany(
        tx,
        [
          { topic: a, afterSeq: 1 },
          { topic: b, afterSeq: 9 },
          { topic: c, afterSeq: 0 },
          { topic: a, afterSeq: 0 },
        ],
        100,
      ),
    )
    expect(found.map((events) => (events === 'too-old' ? events : events.map((event) => event.seq)))).toEqual([
      [2, 3],
      'too-old',
      [],
      [1, 2, 3],
    ])
  })

  it('drops whole old days from the front and keeps what is left readable', async () => {
    const topic = freshTopic()
    await append(topic, 4)
    await age(topic, 2, 15)
    await db.transaction((tx) => log.dropOlderThan(tx, 14))
    expect(await read(topic, 0)).toBe('too-old')
    expect(await read(topic, 2)).toHaveLength(2)
    await db.transaction((tx) => log.dropOlderThan(tx, 1))
    expect(await read(topic, 2)).toHaveLength(2)
  })

  it('keeps fresh rows that a clock set back has left in an expired place', async () => {
    const topic = freshTopic()
    await append(topic, 4)
    await age(topic, 2, 15)
    await db.pool.query(
      `update topic_event set day = day + 1, slot = topic_slot(day + 1) where topic = $1 and seq > 2`,
      [topic],
    )
    await db.transaction((tx) => log.dropOlderThan(tx, 14))
    expect(await read(topic, 0)).toBe('too-old')
    expect(await read(topic, 2)).toHaveLength(2)
  })

  it('gives every topic a new epoch after a restore, and goes on counting', async () => {
    const [used, unused] = [freshTopic(), freshTopic()]
    const [event] = await append(used)
    expect(await db.transaction((tx) => log.resetEpochsAfterRestore(tx))).toBe(false)
    expect(await db.transaction((tx) => log.resetEpochsAfterRestore(tx))).toBe(false)
    await db.pool.query(`update topic_epoch set cluster = 'another:1'`)
    expect(await db.transaction((tx) => log.resetEpochsAfterRestore(tx))).toBe(true)
    const heads = await db.transaction((tx) => log.heads(tx, [used, unused]))
    expect(heads.get(used)?.epoch).not.toBe(event?.epoch)
    expect(heads.get(used)?.epoch).toBe(heads.get(unused)?.epoch)
    expect((await append(used))[0]?.seq).toBe(2)
  })
})
