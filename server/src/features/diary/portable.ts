import { DAYS_HELD, type DiaryEntry } from '@weft/contract/diary/shapes.ts'
import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import { type Portable, type Publication, publication } from '../../platform/feature.ts'
import { type EntryRow, toEntry } from './entry-rows.ts'

const DAY_MS = 86_400_000

/** What somebody wrote, and which of it is pinned. */
export const portable: Portable<Pick<WeftFile, 'diary'>> = {
  async take(ctx, personId) {
    const { rows } = await ctx.tx.query('select * from diary_entry where person_id = $1 and deleted_at is null', [
      personId,
    ])
    return {
      diary: (rows as EntryRow[]).map((row) => {
        const { entryId: id, writtenAt, forDate, text, prompt, mood } = toEntry(row)
        return {
          id,
          writtenAt,
          forDate,
          text,
          ...(prompt && { prompt }),
          ...(mood && { mood }),
          ...(row.is_pinned && { isPinned: true as const }),
        }
      }),
    }
  },

  /** What is pinned here stays so. An entry counts as touched when it was written, so that devices hold no more than they otherwise would. */
  async bring(ctx, personId, { diary }, ids) {
    const { rows } = await ctx.tx.query('select id, is_pinned from diary_entry where person_id = $1', [personId])
    const here = new Set(rows.map((row) => row.id as string))
    let isPinFree = !rows.some((row) => row.is_pinned)
    const fresh = diary.filter(({ id }) => !here.has(id) && !here.has(ids.of(id)))
    const values = fresh.map((one) => {
      const isPinned = isPinFree && one.isPinned === true
      if (isPinned) isPinFree = false
      return { ...one, id: ids.of(one.id), isPinned }
    })
    const { scope } = ctx
    const by = scope.kind === 'account' ? scope : undefined
    const { rows: stored } = await ctx.tx.query(
      `insert into diary_entry (id, person_id, body, prompt, mood, written_at, for_date, is_pinned, changed_at, version, created_at, created_by,
         created_hat)
       select e.id, $1, e.text, e.prompt, e.mood, e."writtenAt", e."forDate", e."isPinned", e."writtenAt", 1, $3, $4, $5
       from jsonb_to_recordset($2::jsonb) as e (id uuid, text text, prompt text, mood smallint, "writtenAt" timestamptz, "forDate" date,
         "isPinned" boolean)
       returning *`,
      [personId, JSON.stringify(values), ctx.now, by?.accountId ?? null, by?.hat ?? null],
    )
    const about = { subjectId: personId }
    const since = ctx.now.getTime() - DAYS_HELD * DAY_MS
    const held = (stored as EntryRow[]).filter((row) => row.is_pinned || row.written_at.getTime() >= since)
    const told = (entry: DiaryEntry) => publication(ownChannel, { personId }, 'diary.written', entry, about)
    const news: Publication[] = held.map((row) => told(toEntry(row)))
    const pinned = held.find((row) => row.is_pinned)
    if (pinned) news.push(publication(ownChannel, { personId }, 'diary.pinned', { entryId: pinned.id }, about))
    return { added: fresh.length, known: diary.length - fresh.length, news }
  },
}
