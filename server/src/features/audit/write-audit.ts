import type { WriteAudit } from '../../platform/context.ts'

/**
 * Writes what was disclosed, in the disclosure's own transaction and under the asker's identity: no row, no data.
 * One statement however many rows. Rows are sealed into the hash chain afterwards by the job `audit.seal`.
 */
export const writeAudit: WriteAudit = async (tx, scope, now, rows) => {
  if (rows.length === 0) return
  const by = rows.map((row) => row.by ?? scope)
  const accounts = by.map((one) => (one.kind === 'account' ? one : undefined))
  await tx.query(
    insertSql,
    [
      now,
      accounts.map((account) => account?.accountId ?? null),
      accounts.map((account) => account?.hat ?? null),
      by.map((one) => one.requestId),
      rows.map((row) => row.personId),
      rows.map((row) => row.recordClass),
      rows.map((row) => row.itemKind),
      rows.map((row) => row.itemId),
      rows.map((row) => row.action),
      rows.map((row) => row.purpose ?? 'care'),
      rows.map((row) => row.reasonCode),
      rows.map((row) => row.serviceId ?? null),
      rows.map((row) => row.hiddenFromPerson === true),
    ],
    'audit-write',
  )
}

const insertSql = `insert into access_log
    (at, actor_id, hat, request_id, person_id, record_class, item_kind, item_id, action, purpose, reason_code, service_id,
     hidden_from_person)
  select $1, r.* from unnest($2::uuid[], $3::text[], $4::text[],
    $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::uuid[],
    $13::boolean[]
  ) as r`
