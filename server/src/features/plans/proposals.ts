import { takeProposal } from '@weft/contract/plans/document-acts.ts'
import { acceptProposal, declineProposal, proposeAboutMe } from '@weft/contract/plans/operations.ts'
import type { AboutMeProposal } from '@weft/contract/plans/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import type { AboutMeProposalTable } from './tables.ts'
import { changeText } from './texts.ts'

type Row = Selectable<AboutMeProposalTable> & { service_name: string }

const toProposal = (row: Row): AboutMeProposal => ({
  proposalId: row.id,
  key: row.key,
  text: row.words,
  serviceId: row.service_id,
  serviceName: row.service_name,
  byName: row.by_name,
  ...(row.by_role && { byRole: row.by_role }),
  proposedAt: row.created_at.toISOString(),
})

const proposals =
  'select p.*, s.plain_name as service_name from about_me_proposal p join service s on s.id = p.service_id'

/** Those that wait for the person's answer, in the order of their ids. */
export async function loadProposals(ctx: Ctx, personId: string): Promise<AboutMeProposal[]> {
  const { rows } = await ctx.tx.query(`${proposals} where p.person_id = $1 and p.state = 'waiting' order by p.id`, [
    personId,
  ])
  return rows.map(toProposal)
}

/** Whatever comes of it, the worker is told nothing: the text says it, to those it is shared with. Repeating is safe. */
export const propose = handle(proposeAboutMe, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('aboutMe.propose', input)
  const { proposalId, serviceId, key, text } = input
  const { accountId, hat } = ctx.scope as AccountScope
  await ctx.tx.asSystem('access', async () => {
    const { rowCount } = await ctx.tx.query(
      `insert into about_me_proposal (id, person_id, service_id, key, words, by_name, by_role, controller_id, legal_basis, retention_class,
         created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, $5, a.display_name, st.job_title, e.controller_id, e.legal_basis, e.retention_class,
         $6, a.id, $8
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending') and a.id = $7 limit 1
       on conflict (id) do nothing`,
      [proposalId, personId, serviceId, key, text, ctx.now, accountId, hat],
    )
    const { rows } = await ctx.tx.query(`${proposals} where p.id = $1`, [proposalId])
    const row: Row | undefined = rows[0]
    if (!row || row.created_by !== accountId) throw new ProblemError('id-taken')
    const isSame = row.words === text && row.key === key && row.person_id === personId && row.service_id === serviceId
    if (!isSame) throw new ProblemError('same-id-other-words')
    if (rowCount === 1) await publishOwn(ctx, personId, 'proposal.offered', toProposal(row))
  })
  return {}
})

export const accept = handleOwn(acceptProposal, async (ctx, { proposalId }, personId) => {
  const row = await lockProposal(ctx, personId, proposalId)
  if (row.state === 'accepted') return
  if (row.state === 'declined') throw new ProblemError('wrong-state')
  const proposal = toProposal(row)
  const { byName, byRole } = proposal
  await answer(ctx, personId, proposalId, 'accepted')
  await changeText(ctx, personId, 'about_me', {
    act: takeProposal,
    input: proposal,
    by: { byName, ...(byRole && { byRole }) },
  })
})

export const decline = handleOwn(declineProposal, async (ctx, { proposalId }, personId) => {
  const { state } = await lockProposal(ctx, personId, proposalId)
  if (state === 'waiting') await answer(ctx, personId, proposalId, 'declined')
})

async function lockProposal(ctx: Ctx, personId: string, proposalId: string): Promise<Row> {
  const { rows } = await ctx.tx.query(`${proposals} where p.id = $1 and p.person_id = $2 for update of p`, [
    proposalId,
    personId,
  ])
  if (!rows[0] || rows[0].state === 'closed') throw new Refused('no_relation')
  return rows[0]
}

async function answer(ctx: Ctx, personId: string, proposalId: string, state: 'accepted' | 'declined') {
  await ctx.tx.query('update about_me_proposal set state = $2, answered_at = $3, version = version + 1 where id = $1', [
    proposalId,
    state,
    ctx.now,
  ])
  await publishOwn(ctx, personId, 'proposal.answered', { proposalId })
}

/** A service that is over proposes nothing more. */
export async function closeProposals(ctx: Ctx, personId: string, serviceId: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `update about_me_proposal set state = 'closed', answered_at = $3, version = version + 1
       where person_id = $1 and service_id = $2 and state = 'waiting' returning id`,
      [personId, serviceId, ctx.now],
    ),
  )
  for (const { id } of rows) await publishOwn(ctx, personId, 'proposal.answered', { proposalId: id })
}
