import type { Ground } from './ground.ts'
import type { Truth } from './history.ts'

/** Reads what is really there, as the superuser. */
export async function readTruth(ground: Ground): Promise<Truth> {
  const messages = await ground.sql(
    'select id, conversation_id, number, body, author_id, message_kind from message order by conversation_id, number',
  )
  const events = await ground.sql(
    `select topic, seq, name, data from topic_event where topic like 'conversation:%' order by topic, seq`,
  )
  const heads = await ground.sql(`select topic, epoch from topic_head where topic like 'conversation:%'`)
  const writes = await ground.sql(
    `select item_id, actor_id, count(*)::int as n from access_log where action = 'write' group by 1, 2`,
  )
  const truth: Truth = { messages: [], numbers: new Map(), epochs: new Map(), removedAt: new Map(), writes: new Map() }
  truth.messages = messages.map((row) => ({
    messageId: row.id,
    conversationId: row.conversation_id,
    number: Number(row.number),
    body: row.body,
    authorId: row.author_id,
    kind: row.message_kind,
  }))
  for (const event of events) {
    const conversation = (event.topic as string).slice('conversation:'.length)
    truth.numbers.set(conversation, [...(truth.numbers.get(conversation) ?? []), Number(event.seq)])
    if (event.name === 'member.removed')
      truth.removedAt.set(`${conversation} ${event.data.accountId}`, Number(event.seq))
  }
  for (const { topic, epoch } of heads) truth.epochs.set(topic.slice('conversation:'.length), epoch)
  for (const row of writes) truth.writes.set(`${row.item_id} ${row.actor_id}`, row.n)
  return truth
}
