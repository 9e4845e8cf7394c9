import { ProblemError } from '@weft/contract/problem.ts'
import { answerFeedback, closeFeedback, type Feedback, listFeedback } from '@weft/contract/tips/feedback-desk.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { update, writeMail } from '../people/mail.ts'
import { dayOf } from './content-rows.ts'
import type { FeedbackTable } from './tables.ts'

type EditorCtx = Ctx<AccountScope>
type Listed = FeedbackTable & { wants_answer: boolean; done_name: string | null }

const SHOWN = 500

/** What stands around an answer. It never says again what was asked: others may read that mailbox. */
const letters = {
  en: (words: string) => `You wrote to us. This is our answer.\n\n${words}\n\nNobody reads replies to this e-mail.`,
  cy: (words: string) =>
    `Fe ysgrifennoch chi atom. Dyma ein hateb.\n\n${words}\n\nNid oes neb yn darllen atebion i’r e-bost hwn.`,
  fa: (words: string) => `شما برای ما نوشتید. این پاسخ ماست.\n\n${words}\n\nکسی پاسخ‌های این ایمیل را نمی‌خواند.`,
}

const toFeedback = (row: Listed, today: string): Feedback => ({
  feedbackId: row.id,
  subject: row.subject,
  text: row.words,
  language: row.language,
  ...(row.screen && { screen: row.screen }),
  ...(row.hat && { hat: row.hat }),
  receivedOn: row.received_on,
  dueOn: row.due_on,
  isLate: row.state === 'open' && row.wants_answer && row.due_on < today,
  wantsAnswer: row.wants_answer,
  state: row.state,
  ...(row.done_on && { doneOn: row.done_on, doneBy: row.done_name ?? '' }),
  ...(row.answer && { answer: row.answer }),
})

/** That there is an address is told, and the address is not. */
export const list = handle(listFeedback, async (ctx) => {
  await ctx.require('feedback.read', {})
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select f.*, a.feedback_id is not null as wants_answer, who.display_name as done_name from feedback f
       left join feedback_address a on a.feedback_id = f.id left join account who on who.id = f.done_by
       order by f.state = 'done', f.done_on desc, a.feedback_id is null, f.due_on, f.id limit $1`,
      [SHOWN],
    ),
  )
  const today = dayOf(ctx.now)
  return { rows: (rows as Listed[]).map((row) => toFeedback(row, today)) }
})

export const answer = handle(answerFeedback, async (ctx: EditorCtx, { feedbackId, words }) => {
  const row = await ctx.require<FeedbackTable>('feedback.read', { feedbackId })
  if (row.state === 'done' && row.answer === words) return {}
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query('select email from feedback_address where feedback_id = $1', [row.id]),
  )
  if (!rows[0]) throw new ProblemError('wrong-state')
  const body = letters[row.language](words)
  await writeMail(ctx, { ...update, body, to: rows[0].email, effectKey: `feedback ${row.id}`, app: 'people' })
  await settle(ctx, row.id, words)
  return {}
})

export const close = handle(closeFeedback, async (ctx: EditorCtx, { feedbackId }) => {
  const row = await ctx.require<FeedbackTable>('feedback.read', { feedbackId })
  if (row.state === 'open') await settle(ctx, row.id)
  return {}
})

/** Done: by whom and on which day stays with it, the address goes. */
async function settle(ctx: EditorCtx, id: string, answered?: string): Promise<void> {
  await ctx.tx.query(`update feedback set state = 'done', answer = $2, done_on = $3, done_by = $4 where id = $1`, [
    id,
    answered ?? null,
    dayOf(ctx.now),
    ctx.scope.accountId,
  ])
  await ctx.tx.asSystem('erasure', () => ctx.tx.query('delete from feedback_address where feedback_id = $1', [id]))
}
