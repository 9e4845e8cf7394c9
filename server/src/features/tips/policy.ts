import type { Ctx, Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { ContentTable, FeedbackTable } from './tables.ts'

/** An editor at work, under that hat and no other. */
async function needEditor({ scope, tx }: Ctx): Promise<void> {
  if (scope.kind !== 'account' || scope.hat !== 'content_editor') throw new Refused('no_relation')
  const { rowCount } = await tx.query(
    `select from staff st join organisation o on o.id = st.org_id
     where st.account_id = $1 and st.state = 'active' and o.state = 'active'`,
    [scope.accountId],
  )
  if (!rowCount) throw new Refused('not_active')
}

/** Answers the piece that is named, locked, or nothing when none is. */
const edit: Guard = async (ctx, { contentId }) => {
  await needEditor(ctx)
  if (contentId === undefined) return { thing: undefined }
  const { rows } = await ctx.tx.query('select * from content where id = $1 for update', [contentId])
  if (!rows[0]) throw new Refused('no_relation')
  return { thing: rows[0] as ContentTable }
}

/** The same for what people say of Weft. It is about nobody, so reading it is in no log. */
const readFeedback: Guard = async (ctx, { feedbackId }) => {
  await needEditor(ctx)
  if (feedbackId === undefined) return { thing: undefined }
  const { rows } = await ctx.tx.query('select * from feedback where id = $1 for update', [feedbackId])
  if (!rows[0]) throw new Refused('no_relation')
  return { thing: rows[0] as FeedbackTable }
}

export const permissions = { 'content.edit': edit, 'feedback.read': readFeedback } satisfies Record<string, Guard>
