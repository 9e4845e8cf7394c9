import { getEntry, listEntries, listEntryHistory, listSharedEntries } from '@weft/contract/diary/operations.ts'
import type { Diary } from '@weft/contract/diary/shapes.ts'
import { DAYS_HELD, PAGE_SIZE } from '@weft/contract/diary/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { Sharing } from '../access/require-shared.ts'
import { type EntryRow, toEntry } from './entry-rows.ts'

const SHARED_MAX = 100
const DAY_MS = 86_400_000

/** The diary as its owner's devices hold it. */
export async function loadDiary(ctx: Ctx, personId: string): Promise<Diary> {
  const { rows } = await ctx.tx.query(
    `select * from diary_entry where person_id = $1 and (written_at >= $2 or changed_at >= $2 or is_pinned)
     order by written_at desc, id desc`,
    [personId, new Date(ctx.now.getTime() - DAYS_HELD * DAY_MS)],
  )
  const pinnedId = (rows as EntryRow[]).find((row) => row.is_pinned)?.id
  return { entries: (rows as EntryRow[]).map(toEntry), ...(pinnedId && { pinnedId }) }
}

export const list = handle(listEntries, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const { rows } = await ctx.tx.query(
    `select * from diary_entry where person_id = $1 and deleted_at is null and (written_at, id) < ($2, $3)
     order by written_at desc, id desc limit ${PAGE_SIZE + 1}`,
    [personId, input.beforeWrittenAt, input.beforeEntryId],
  )
  return { entries: (rows as EntryRow[]).slice(0, PAGE_SIZE).map(toEntry), hasMore: rows.length > PAGE_SIZE }
})

export const get = handle(getEntry, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const { rows } = await ctx.tx.query('select * from diary_entry where id = $1 and person_id = $2', [
    input.entryId,
    personId,
  ])
  if (!rows[0]) throw new Refused('no_relation')
  return toEntry(rows[0])
})

export const history = handle(listEntryHistory, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const { rows } = await ctx.tx.query(
    'select * from diary_entry_version where entry_id = $1 and person_id = $2 order by version desc',
    [input.entryId, personId],
  )
  return {
    versions: rows.map(({ version, body, prompt, mood, until_at }) => ({
      version,
      text: body,
      ...(prompt && { prompt }),
      ...(mood && { mood }),
      until: until_at.toISOString(),
    })),
  }
})

export const listShared = handle(listSharedEntries, async (ctx, input) => {
  const { personId, shares } = await ctx.require<Sharing>('diary.readShared', input)
  const ids = shares.map(({ scope }) => scope.slice('diary:'.length))
  const { rows } = await ctx.tx.query(
    `select * from diary_entry where person_id = $1 and id = any ($2::uuid[]) and visibility = 'shared' and deleted_at is null
     order by written_at desc, id desc limit ${SHARED_MAX}`,
    [personId, ids],
  )
  return {
    entries: (rows as EntryRow[]).map((row) => {
      const { visibility: _v, version: _n, changedAt: _c, deletedAt: _d, ...entry } = toEntry(row)
      return entry
    }),
  }
})
