import type { DiaryEntry } from '@weft/contract/diary/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import type { DiaryEntryTable } from './tables.ts'

export type EntryRow = Selectable<DiaryEntryTable>

export const toEntry = (row: EntryRow): DiaryEntry => ({
  entryId: row.id,
  text: row.body,
  ...(row.prompt && { prompt: row.prompt }),
  ...(row.mood && { mood: row.mood }),
  writtenAt: row.written_at.toISOString(),
  forDate: row.for_date,
  visibility: row.visibility,
  version: row.version,
  changedAt: row.changed_at.toISOString(),
  ...(row.deleted_at && { deletedAt: row.deleted_at.toISOString() }),
})

/** The entry of this person, held to the end of the transaction. */
export async function lockEntry(ctx: Ctx, personId: string, entryId: string): Promise<DiaryEntry | undefined> {
  const { rows } = await ctx.tx.query('select * from diary_entry where id = $1 and person_id = $2 for update', [
    entryId,
    personId,
  ])
  return rows[0] && toEntry(rows[0])
}

/** Stores an entry as it is now, and what it said before if its words changed. A deleted entry is pinned no more. */
export async function saveEntry(ctx: Ctx, personId: string, before: DiaryEntry | undefined, entry: DiaryEntry) {
  if (!before) return insertEntry(ctx, personId, entry)
  if (before.version !== entry.version) {
    await ctx.tx.query(
      `insert into diary_entry_version (entry_id, version, person_id, body, prompt, mood, until_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [before.entryId, before.version, personId, before.text, before.prompt, before.mood, entry.changedAt],
    )
  }
  await ctx.tx.query(
    `update diary_entry set body = $2, prompt = $3, mood = $4, visibility = $5, version = $6, changed_at = $7, deleted_at = $8,
       is_pinned = is_pinned and $8::timestamptz is null where id = $1`,
    [
      entry.entryId,
      entry.text,
      entry.prompt,
      entry.mood,
      entry.visibility,
      entry.version,
      entry.changedAt,
      entry.deletedAt,
    ],
  )
}

async function insertEntry(ctx: Ctx, personId: string, entry: DiaryEntry): Promise<void> {
  const { scope } = ctx
  const by = scope.kind === 'account' ? scope : undefined
  const { rowCount } = await ctx.tx.query(
    `insert into diary_entry (id, person_id, body, prompt, mood, written_at, for_date, changed_at, version, created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, $11) on conflict (id) do nothing`,
    [
      entry.entryId,
      personId,
      entry.text,
      entry.prompt,
      entry.mood,
      entry.writtenAt,
      entry.forDate,
      entry.changedAt,
      entry.version,
      by?.accountId,
      by?.hat,
    ],
  )
  if (rowCount === 0) throw new ProblemError('id-taken')
}
