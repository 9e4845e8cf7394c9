import type { Cursor, StoredEvent } from '../define/event.ts'
import type { AppendEvent, ChannelLog, SqlExecutor } from './log.ts'

/**
 * The channel log on PostgreSQL; its tables are in `schema.sql`. Stateless: every call runs in the caller's transaction.
 *
 * A transaction that appends to several topics calls `appendMany` once, near its end: it locks the heads in one order, so two of them
 * cannot deadlock, and holds the locks for as short as possible.
 */
export function createPostgresLog(): ChannelLog {
  const appendMany = async (tx: SqlExecutor, events: AppendEvent[]): Promise<StoredEvent[]> => {
    if (!events.length) return []
    const { rows } = await tx.query(appendSql, [JSON.stringify(events.map(toRow))])
    return rows.map(({ epoch, seq, at }, place) => {
      const { topic, name, data, actorId, subjectId } = events[place] as AppendEvent
      return toEvent({ topic, epoch, seq, name, data, at, actor_id: actorId, subject_id: subjectId })
    })
  }

  const readMany: ChannelLog['readMany'] = async (tx, wants, limit) => {
    if (!wants.length) return []
    const { rows } = await tx.query(readSql, [wants.map((w) => w.topic), wants.map((w) => w.afterSeq), limit])
    const byWant = Map.groupBy(rows, (row) => Number(row.want) - 1)
    return wants.map(({ afterSeq }, index) => {
      const group = byWant.get(index) ?? []
      const events = group
        .filter((row) => row.seq !== null)
        .map((row) => toEvent({ ...row, data: JSON.parse(row.data) }))
      const expected = Math.min(limit, Number(group[0]?.head ?? 0) - afterSeq)
      const whole = events.length === expected && events.every((event, place) => event.seq === afterSeq + 1 + place)
      return whole ? events : 'too-old'
    })
  }

  const heads = async (tx: SqlExecutor, topics: string[]): Promise<Map<string, Cursor>> => {
    const { rows } = topics.length ? await tx.query(headsSql, [topics]) : { rows: [] }
    return new Map(rows.map((row) => [row.topic, { epoch: row.epoch, seq: Number(row.seq) }]))
  }

  const resetEpochs = async (tx: SqlExecutor) => {
    await tx.query('update topic_epoch set epoch = gen_random_uuid()::text', [])
    await tx.query('update topic_head set epoch = (select epoch from topic_epoch)', [])
  }

  return {
    append: async (tx, event) => (await appendMany(tx, [event]))[0] as StoredEvent,
    appendMany,
    head: async (tx, topic) => (await heads(tx, [topic])).get(topic) as Cursor,
    heads,
    read: async (tx, topic, afterSeq, limit) =>
      (await readMany(tx, [{ topic, afterSeq }], limit))[0] as StoredEvent[] | 'too-old',
    readMany,

    async dropOlderThan(tx, days) {
      if (!(days >= 1 && days <= 14)) throw new RangeError(`The log keeps 1 to 14 days, not ${days}`)
      const { rows } = await tx.query(expiredSql, [days])
      for (const { slot, cutoff } of rows) {
        const partition = `topic_event_${String(slot).padStart(2, '0')}`
        const held = `select count(*) filter (where fresh) as fresh, count(*) as days
          from (select distinct day >= $1::date as fresh from ${partition}) days`
        const { fresh, days: any } = (await tx.query(held, [cutoff])).rows[0]
        // Fresh rows in an expired place: the database's clock has been set back. Rare, so the slow way will do.
        if (Number(fresh)) await tx.query(`delete from ${partition} where day < $1::date`, [cutoff])
        else if (Number(any)) await tx.query(`truncate ${partition}`, [])
      }
    },

    resetEpochs,

    async resetEpochsAfterRestore(tx) {
      const { rows } = await tx.query(clusterSql, [])
      const { known, current } = rows[0]
      if (known === current) return false
      await tx.query('update topic_epoch set cluster = $1', [current])
      if (known === null) return false
      await resetEpochs(tx)
      return true
    },
  }
}

const toRow = ({ topic, name, data, subjectId, actorId, at }: AppendEvent) => ({
  topic,
  name,
  data: data ?? {},
  subject_id: subjectId,
  actor_id: actorId,
  at,
})

// biome-ignore lint/suspicious/noExplicitAny: one row of the statements below
function toEvent(row: any): StoredEvent {
  return {
    topic: row.topic,
    epoch: row.epoch,
    seq: Number(row.seq),
    name: row.name,
    data: row.data,
    at: row.at,
    ...(row.actor_id && { actorId: row.actor_id }),
    ...(row.subject_id && { subjectId: row.subject_id }),
  }
}

/** Text, and not timestamptz, so that no driver setting can change what it means. */
const isoAt = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`

const appendSql = `select epoch, seq, ${isoAt('at')} from topic_append($1::jsonb) order by place`

const headsSql = `select t.topic, coalesce(h.epoch, e.epoch) as epoch, coalesce(h.seq, 0) as seq
  from unnest($1::text[]) as t(topic) cross join topic_epoch e left join topic_head h on h.topic = t.topic`

const readSql = `select w.want, w.topic, h.seq as head, h.epoch, e.seq, e.name, e.data::text as data, e.actor_id, e.subject_id, ${isoAt('e.at')}
  from unnest($1::text[], $2::bigint[]) with ordinality as w(topic, after_seq, want)
  left join topic_head h on h.topic = w.topic
  left join lateral (
    select * from topic_event where topic = w.topic and seq > w.after_seq order by seq limit $3
  ) e on true
  order by w.want, e.seq`

const expiredSql = `with today as (select (clock_timestamp() at time zone 'utc')::date as day)
  select topic_slot(today.day - back) as slot, (today.day - $1::int)::text as cutoff
  from today, generate_series($1::int + 1, 15) as back`

const clusterSql = `select cluster as known, (
    select system_identifier || ':' || timeline_id from pg_control_system(), pg_control_checkpoint()
  ) as current from topic_epoch`
