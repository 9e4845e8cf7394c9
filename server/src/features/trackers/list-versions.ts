import { listVersions } from '@weft/contract/trackers/operations.ts'
import { handle } from '../../platform/feature.ts'

const names: Record<string, string> = { sleep: 'night', rating: 'rating', mood: 'mood' }

export const history = handle(listVersions, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  const { rows } = await ctx.tx.query(
    `select kind, was, until from tracker_version
     where person_id = $1 and was ->> 'forDate' = $2 and case when $3::text is null then kind in ('sleep','mood') else was ->> 'problemId' = $3 end
     order by until desc, id desc`,
    [personId, input.forDate, input.problemId ?? null],
  )
  return {
    versions: rows.map(({ kind, was, until }) => ({ until: until.toISOString(), [names[kind] as string]: was })),
  }
})
