import { instantOf } from '@weft/contract/conversations/zone-time.ts'
import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import type { Ctx } from '../../platform/feature.ts'
import { DELIVER_NOTICES } from './names.ts'

const DUE_AT = '09:00'

/**
 * A team asked a set of questions: the person is told now, and once more in the morning of the day it is due, which is kept until then and
 * dropped if the answers went meanwhile. A set that comes again by itself is news only when it is due.
 */
export async function planQuestions(ctx: Ctx, fact: { assignmentId: string; isRepeat: boolean }): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select q.id, q.person_id, q.due_on, a.id as account_id, coalesce(s.zone, '${PERSON_ZONE}') as zone
     from question_assignment q
     join account a on a.person_id = q.person_id and a.state = 'active'
     left join notice_settings s on s.account_id = a.id
     where q.id = $1 and q.withdrawn_at is null`,
    [fact.assignmentId],
  )
  const [set] = rows
  if (!set) return
  const due = new Date(instantOf(set.due_on, DUE_AT, set.zone))
  const moments = [
    ...(fact.isRepeat ? [] : [{ key: 'asked', at: ctx.now }]),
    ...(due > ctx.now ? [{ key: `${set.due_on}T${DUE_AT}:${set.zone}`, at: due }] : []),
  ]
  await ctx.tx.query(
    `insert into notice (person_id, account_id, hat, kind, thing_id, effect_key, at, due_at)
     select $1, $2, 'patient', 'questions', $3::uuid, concat_ws(':', 'questions', $3::uuid, m.key, 'push'), m.at, m.at
     from jsonb_to_recordset($4::jsonb) as m (key text, at timestamptz) on conflict (effect_key) do nothing`,
    [set.person_id, set.account_id, set.id, JSON.stringify(moments)],
  )
  ctx.wake(DELIVER_NOTICES)
}
