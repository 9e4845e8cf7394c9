import type { InputOf } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { addCopy } from '@weft/contract/records/operations.ts'
import { type Ctx, type Handler, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import type { Sharing } from '../access/require-shared.ts'
import { publishOwn } from '../own/own-change.ts'
import { type CopyRow, findCopy, toCopy } from './copy-rows.ts'
import { type Gathered, gather, type Read } from './gather.ts'

/**
 * Copies what is shared, as it stands, into the service's record. The choices are held until the commit: a stop that was made first leaves
 * nothing to copy, one that comes later finds the copy taken and listed to the person.
 */
export function adding(read: Read): Handler<typeof addCopy> {
  return handle(
    addCopy,
    async (ctx: Ctx<AccountScope>, input) => {
      const { personId } = await ctx.require<Sharing>('copy.take', input)
      const known = await find(ctx, input.copyId)
      if (known) return toCopy(theSame(known, ctx, input, personId))
      await holdChoices(ctx, personId, input.serviceId)
      const { content, items } = await gather(ctx, input, read)
      if (items.length < new Set(input.scopes).size) throw notShared(input, personId)
      const { rowCount } = await store(ctx, input, personId, { content, items })
      const row = await find(ctx, input.copyId)
      if (!row) throw new ProblemError('id-taken')
      const copy = toCopy(theSame(row, ctx, input, personId))
      // Taken in the same moment by another request, which tells of it.
      if (rowCount === 0) return copy
      await publishOwn(ctx, personId, 'copy.added', copy)
      const { serviceId, copyId: itemId } = input
      const about = { recordClass: 'snapshot', itemKind: 'record_copy', itemId, reasonCode: 'shared_service' } as const
      await ctx.disclose([{ ...about, personId, serviceId, action: 'write' }])
      return copy
    },
    // Each noun's read of it is a line of the log of its own; the copy is another.
    { action: 'read' },
  )
}

const find = (ctx: Ctx, copyId: string) => ctx.tx.asSystem('access', () => findCopy(ctx, copyId))

/** The one answer for what is not shared, not there, or not on a screen of those days. */
const notShared = ({ serviceId, copyId }: InputOf<typeof addCopy>, personId: string) =>
  new Refused('not_shared', { personId, serviceId, recordClass: 'snapshot', itemKind: 'record_copy', itemId: copyId })

function theSame(
  row: CopyRow,
  { scope }: Ctx<AccountScope>,
  input: InputOf<typeof addCopy>,
  personId: string,
): CopyRow {
  if (row.created_by !== scope.accountId) throw new ProblemError('id-taken')
  const scopes = row.items.map((item) => item.scope)
  const asked = new Set(input.scopes)
  const isSame =
    row.person_id === personId &&
    row.service_id === input.serviceId &&
    (row.from_date ?? undefined) === input.from &&
    (row.to_date ?? undefined) === input.to &&
    asked.size === scopes.length &&
    scopes.every((scope) => asked.has(scope))
  if (!isSame) throw new ProblemError('same-id-other-words')
  return row
}

const holdChoices = (ctx: Ctx, personId: string, serviceId: string) =>
  ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select from share_grant where person_id = $1 and service_id = $2 and state = 'granted' order by id for share`,
      [personId, serviceId],
    ),
  )

/** Under the contract by which the person is with the service, which says how long it is kept. */
function store(ctx: Ctx<AccountScope>, input: InputOf<typeof addCopy>, personId: string, { content, items }: Gathered) {
  return ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `insert into record_copy (id, person_id, service_id, items, from_date, to_date, content, by_name, by_role, controller_id, legal_basis,
         retention_class, created_at, created_by, created_hat)
       select $1, e.person_id, e.service_id, $4, $5, $6, $7, a.display_name, st.job_title, e.controller_id, e.legal_basis,
         e.retention_class, $8, a.id, $10
       from enrolment e, account a join staff st on st.account_id = a.id
       where e.person_id = $2 and e.service_id = $3 and e.state in ('active', 'ending') and a.id = $9 limit 1
       on conflict (id) do nothing`,
      [
        input.copyId,
        personId,
        input.serviceId,
        JSON.stringify(items),
        input.from ?? null,
        input.to ?? null,
        JSON.stringify(content),
        ctx.now,
        ctx.scope.accountId,
        ctx.scope.hat,
      ],
    ),
  )
}
