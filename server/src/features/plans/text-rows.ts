import type { AboutMe, SafetyPlan } from '@weft/contract/plans/shapes.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import type { PersonTextTable, TextKind } from './tables.ts'

/** The texts that a person has one of, and where each keeps what it says. */
export interface Texts {
  safety_plan: SafetyPlan
  about_me: AboutMe
}

export const contentOf = {
  safety_plan: 'parts',
  about_me: 'texts',
} as const satisfies Record<TextKind, string>

type Row = Selectable<PersonTextTable>

const toText = <Kind extends TextKind>(kind: Kind, row: Row): Texts[Kind] =>
  ({
    [contentOf[kind]]: row.content,
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    visibility: row.visibility,
    ...(row.deleted_at && { deletedAt: row.deleted_at.toISOString() }),
  }) as never

export async function loadText<Kind extends TextKind>(
  ctx: Ctx,
  personId: string,
  kind: Kind,
): Promise<Texts[Kind] | undefined> {
  const { rows } = await ctx.tx.query('select * from person_text where person_id = $1 and kind = $2', [personId, kind])
  return rows[0] && toText(kind, rows[0])
}

/** Whose wording a version brought, where it is not the person's own. */
export interface Wording {
  byName?: string
  byRole?: string
}

/** Stores a text as it is now; where it says something new, that version too. */
export async function saveText<Kind extends TextKind>(
  ctx: Ctx,
  personId: string,
  kind: Kind,
  { before, after, by = {} }: { before: Texts[Kind] | undefined; after: Texts[Kind]; by?: Wording },
): Promise<void> {
  const account = ctx.scope.kind === 'account' ? ctx.scope : undefined
  const content = JSON.stringify((after as object as Record<string, unknown>)[contentOf[kind]])
  await ctx.tx.query(
    `insert into person_text (person_id, kind, content, changed_at, visibility, deleted_at, version, created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (person_id, kind) do update set content = excluded.content, changed_at = excluded.changed_at,
       visibility = excluded.visibility, deleted_at = excluded.deleted_at, version = excluded.version`,
    [
      personId,
      kind,
      content,
      after.changedAt,
      after.visibility,
      after.deletedAt,
      after.version,
      ctx.now,
      account?.accountId,
      account?.hat,
    ],
  )
  if (before?.version === after.version) return
  await ctx.tx.query(
    `insert into person_text_version (person_id, kind, version, content, saved_at, by_name, by_role) values ($1, $2, $3, $4, $5, $6, $7)`,
    [personId, kind, after.version, content, ctx.now, by.byName, by.byRole],
  )
}

/** Newest first. */
export async function loadVersions(ctx: Ctx, personId: string, kind: TextKind) {
  const { rows } = await ctx.tx.query(
    'select * from person_text_version where person_id = $1 and kind = $2 order by version desc',
    [personId, kind],
  )
  return rows.map((row) => ({
    version: row.version as number,
    savedAt: (row.saved_at as Date).toISOString(),
    ...(row.by_name && { byName: row.by_name as string }),
    ...(row.by_role && { byRole: row.by_role as string }),
    content: row.content,
  }))
}
