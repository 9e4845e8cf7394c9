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
  const notices = await ground.sql(
    `select thing_id, account_id, substring(effect_key from ':after:([0-9]+)') as through from notice where kind = 'message'`,
  )
  const untold = await ground.sql(
    `select jsonb_array_elements_text(data -> 'conversationIds') as id from untold_fact where fact = 'messages.arrived'
     union select id::text from conversation where is_ungathered`,
  )
  const writes = await ground.sql(
    `select item_id, actor_id, count(*)::int as n from access_log where action = 'write' group by 1, 2`,
  )
  const truth: Truth = {
    messages: [],
    numbers: new Map(),
    epochs: new Map(),
    notices: new Set(),
    untold: new Set(),
    removedAt: new Map(),
    writes: new Map(),
  }
  for (const row of notices) truth.notices.add(`${row.thing_id} ${row.account_id} after ${row.through}`)
  for (const { id } of untold) truth.untold.add(id)
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
