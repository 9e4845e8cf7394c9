import { UNDO_DAYS } from '@weft/contract/plans/shapes.ts'
import type { Ctx, Job } from '../../platform/feature.ts'
import { publishOwn } from '../own/own-change.ts'

const DAY_MS = 86_400_000
const BATCH = 200

/** Erases for good what was deleted longer ago than it can be put back, with all that it ever said. */
const eraseDeleted: Job = {
  name: 'plans.eraseDeleted',
  everySeconds: 3_600,
  async run({ act, now }) {
    const before = new Date(now().getTime() - UNDO_DAYS * DAY_MS)
    while ((await act('jobs', (ctx) => eraseCoping(ctx, before))) === BATCH);
    while ((await act('jobs', (ctx) => eraseTexts(ctx, before))) === BATCH);
  },
}

const due = (table: string, key: string) =>
  `select ${key} from ${table} where deleted_at < $1 order by ${key} limit ${BATCH} for update skip locked`

async function eraseCoping(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await ctx.tx.asSystem('erasure', () =>
    ctx.tx.query(`delete from coping_strategy where id in (${due('coping_strategy', 'id')}) returning id, person_id`, [
      before,
    ]),
  )
  for (const { id, person_id } of rows) await publishOwn(ctx, person_id, 'coping.erased', { copingId: id })
  return rows.length
}

async function eraseTexts(ctx: Ctx, before: Date): Promise<number> {
  const { rows } = await ctx.tx.asSystem('erasure', async () => {
    const gone = await ctx.tx.query(
      `delete from person_text where (person_id, kind) in (${due('person_text', 'person_id, kind')}) returning person_id, kind`,
      [before],
    )
    for (const { person_id, kind } of gone.rows)
      await ctx.tx.query('delete from person_text_version where person_id = $1 and kind = $2', [person_id, kind])
    return gone
  })
  for (const { person_id, kind } of rows)
    await publishOwn(ctx, person_id, kind === 'safety_plan' ? 'safetyPlan.erased' : 'aboutMe.erased', {})
  return rows.length
}

export const jobs = [eraseDeleted]
