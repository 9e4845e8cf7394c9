import { listConversations } from '@weft/contract/conversations/operations.ts'
import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { type Ctx, type Disclosure, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import { rowsFor } from './conversation-rows.ts'
import { standingIn } from './policy.ts'

const USUAL_LIMIT = 50

/**
 * The conversations that the asker belongs to under this hat, newest first, note threads apart. Three statements whatever their number:
 * the page, what it says, and an audit row for each that is about somebody else.
 */
export const listMine = handle(listConversations, async (ctx, input) => {
  await ctx.require('conversation.list', input)
  const { accountId, hat, limit = USUAL_LIMIT } = input
  const page = await findPage(ctx, input, limit)
  const shown = page.rows.slice(0, limit)
  const ids = shown.map(({ id }) => id)
  const former = input.personId && !input.after && hat === 'coordinator' ? await formerOf(ctx, input.personId, ids) : []
  const listed = [...ids, ...former.map(({ itemId }) => itemId)]
  const viewed = await rowsFor(
    ctx,
    listed.map((conversationId) => ({ accountId, hat, conversationId })),
  )
  const rows = viewed.map(({ row }) => row)
  await ctx.disclose([...disclosuresOf(ctx, rows.slice(0, shown.length)), ...former])
  const last = shown.at(-1)
  return {
    rows,
    total: page.total + former.length,
    ...(page.rows.length > limit && last && { next: writeCursor(last) }),
  }
})

interface Place {
  id: string
  /** Microseconds, as the database keeps them. */
  at: string
}

interface Wanted {
  accountId: string
  hat: string
  folder?: 'mine' | 'all'
  personId?: string
  after?: string
}

async function findPage(ctx: Ctx, wanted: Wanted, limit: number): Promise<{ rows: Place[]; total: number }> {
  const after = wanted.after === undefined ? undefined : readCursor(wanted.after)
  const { rows } = await ctx.tx.query(
    pageSql,
    [
      wanted.accountId,
      wanted.hat,
      wanted.personId ?? null,
      wanted.folder === 'mine',
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ],
    'conversation-page',
  )
  return { total: rows[0].total, rows: rows.filter((row) => row.id !== null) }
}

// A grace that is over has ended a team's part, before any job has come by.
const pageSql = `
  with listed as materialized (
    select c.id, c.last_at from conversation_member m join conversation c on c.id = m.conversation_id
    where m.account_id = $1 and m.last_number is null and is_worn(m.is_team, m.hat, $2) and c.kind <> 'team_note'
      and ($3::uuid is null or c.person_id = $3)
      and not (m.is_team and exists (select from enrolment e where e.person_id = c.person_id and e.service_id = c.service_id
        and e.state = 'ending' and e.ends_at <= app_now()))
      and (not $4 or exists (select from enrolment e join staff st on st.id = e.lead_worker_id where e.person_id = c.person_id
        and e.service_id = c.service_id and e.state in ('active', 'ending') and st.account_id = $1))
  )
  select counted.total, page.id, (extract(epoch from page.last_at) * 1000000)::bigint::text as at
  from (select count(*) as total from listed) counted
  left join (
    select id, last_at from listed
    where $5::bigint is null or (last_at, id) < (timestamptz 'epoch' + $5::bigint * interval '1 microsecond', $6::uuid)
    order by last_at desc, id desc limit $7
  ) page on true
  order by page.last_at desc, page.id desc`

const writeCursor = ({ at, id }: Place) => Buffer.from(`${at} ${id}`).toString('base64url')

function readCursor(text: string): Place {
  const found = /^(\d{1,18}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
    Buffer.from(text, 'base64url').toString(),
  )
  if (!found)
    throw new ProblemError('not-acceptable', { fields: [{ path: 'after', message: 'not where a page ended' }] })
  return { at: found[1] as string, id: found[2] as string }
}

/** What a coordinator reads after the end without belonging to it: each conversation of that person is asked for like itself. */
async function formerOf(ctx: Ctx, personId: string, belongTo: string[]): Promise<Disclosure[]> {
  const { rows } = await ctx.tx.query(
    `select id from conversation where person_id = $1 and kind <> 'team_note' and id <> all ($2) order by last_at desc, id`,
    [personId, belongTo],
  )
  const found: Disclosure[] = []
  for (const { id } of rows) {
    const granted = await standingIn(ctx, id, 'read').catch(unseen)
    const { disclosure } = granted ?? {}
    if (disclosure?.reasonCode.startsWith('ended_coordinator')) found.push({ ...disclosure, action: 'read' })
  }
  return found
}

function unseen(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error
}

/** What a list shows of somebody is a read of theirs, unless it is the asker's own. */
function disclosuresOf({ scope }: Ctx, rows: readonly ConversationRow[]): Disclosure[] {
  if (scope.kind !== 'account') return []
  return rows
    .filter((row) => !(scope.hat === 'patient' && scope.personId === row.personId))
    .map((row) => ({
      personId: row.personId,
      recordClass: 'service',
      itemKind: row.kind,
      itemId: row.conversationId,
      action: 'read',
      reasonCode: scope.hat === 'carer' ? 'carer_own_thread' : 'team',
      serviceId: row.serviceId,
    }))
}
