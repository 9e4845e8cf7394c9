import type { Tx } from './db.ts'

/** Which stored events: of one name, from a number on, whose data contains this much. */
export interface EventsToRewrite {
  topics: readonly string[]
  name: string
  fromSeq: number
  containing: Record<string, unknown>
}

/**
 * Takes words out of events that are stored already, so that no device that catches up later is told them. The events keep their numbers;
 * what they become must lead whoever replays them to the same state in the end.
 */
export async function rewriteEvents<Data>(
  tx: Tx,
  { topics, name, fromSeq, containing }: EventsToRewrite,
  change: (data: Data) => Data,
): Promise<void> {
  await tx.asSystem('channels', async () => {
    const { rows } = await tx.query(
      'select topic, seq, slot, data from topic_event where topic = any ($1) and name = $2 and seq >= $3 and data @> $4 for update',
      [topics, name, fromSeq, JSON.stringify(containing)],
    )
    if (rows.length === 0) return
    const changed = rows.map(({ topic, seq, slot, data }) => ({ topic, seq, slot, data: change(data) }))
    await tx.query(
      `update topic_event e set data = c.data from jsonb_to_recordset($1::jsonb) as c (topic text, seq bigint, slot smallint, data jsonb)
       where e.topic = c.topic and e.seq = c.seq and e.slot = c.slot`,
      [JSON.stringify(changed)],
    )
  })
}

/** Leaves nothing of a topic's log, for whoever owns it is gone. A device that had a place in it begins anew, with whatever there is then. */
export async function forgetTopics(tx: Tx, topics: readonly string[]): Promise<void> {
  await tx.asSystem('channels', async () => {
    await tx.query('delete from topic_event where topic = any ($1)', [topics])
    await tx.query('update topic_head set epoch = gen_random_uuid()::text where topic = any ($1)', [topics])
  })
}
