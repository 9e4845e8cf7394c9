import type { Guard } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { ContentTable } from './tables.ts'

/** An editor at work, under that hat and no other. Answers the piece that is named, locked, or nothing when none is. */
const edit: Guard = async (ctx, { contentId }) => {
  const { scope, tx } = ctx
  if (scope.kind !== 'account' || scope.hat !== 'content_editor') throw new Refused('no_relation')
  const { rowCount } = await tx.query(
    `select from staff st join organisation o on o.id = st.org_id
     where st.account_id = $1 and st.state = 'active' and o.state = 'active'`,
    [scope.accountId],
  )
  if (!rowCount) throw new Refused('not_active')
  if (contentId === undefined) return { thing: undefined }
  const { rows } = await tx.query('select * from content where id = $1 for update', [contentId])
  if (!rows[0]) throw new Refused('no_relation')
  return { thing: rows[0] as ContentTable }
}

export const permissions = { 'content.edit': edit } satisfies Record<string, Guard>
