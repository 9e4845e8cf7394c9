import type { Ctx, Subject } from '../../platform/feature.ts'
import { loadPlans } from './queries.ts'
import type { TextKind } from './tables.ts'
import { loadText, loadVersions } from './text-rows.ts'
import { publishText } from './texts.ts'

const owned = ['coping_tap', 'coping_strategy_version', 'coping_strategy', 'person_text_version', 'person_text']

/** What the plans hold about one person. */
export const subject: Subject = {
  export: (ctx, personId) =>
    ctx.tx.asSystem('access', async () => {
      const { rows: earlier } = await ctx.tx.query(
        `select coping_id as "copingId", version, words, when_to_use as "whenToUse", trigger_words as trigger, until_at as until
         from coping_strategy_version where person_id = $1 order by coping_id, version`,
        [personId],
      )
      const { rows: carePlans } = await ctx.tx.query(
        'select * from care_plan_copy where person_id = $1 order by service_id, as_at, id',
        [personId],
      )
      return {
        plans: { ...(await loadPlans(ctx, personId)), carePlans },
        copingVersions: earlier,
        safetyPlanVersions: await loadVersions(ctx, personId, 'safety_plan'),
        aboutMeVersions: await loadVersions(ctx, personId, 'about_me'),
      }
    }),

  /** Retention's last step takes the services' rows as well, and the texts that a merged record still holds. */
  erase: (ctx, personId) =>
    ctx.tx.asSystem('erasure', () => eraseFrom(ctx, personId, [...owned, 'about_me_proposal', 'care_plan_copy'])),

  forget: (ctx, personId) => ctx.tx.asSystem('erasure', () => eraseFrom(ctx, personId, owned)),

  /**
   * What services hold moves. Of what a person has one of, the record that stays keeps its own, and what the other one said stands among its
   * earlier versions; at most two ideas stay pinned.
   */
  merge: (ctx, from, into) =>
    ctx.tx.asSystem('access', async () => {
      await ctx.tx.query('update coping_strategy set person_id = $2, pinned_at = null where person_id = $1', [
        from,
        into,
      ])
      for (const table of ['coping_tap', 'coping_strategy_version', 'about_me_proposal', 'care_plan_copy'])
        await ctx.tx.query(`update ${table} set person_id = $2 where person_id = $1`, [from, into])
      await ctx.tx.query(
        `with moved as (update person_text set person_id = $2 where person_id = $1
           and not exists (select from person_text kept where kept.person_id = $2 and kept.kind = person_text.kind) returning kind)
         update person_text_version set person_id = $2 where person_id = $1 and kind in (select kind from moved)`,
        [from, into],
      )
      await keepOtherTexts(ctx, from, into)
    }),
}

/**
 * What the merged record still has one of says what it did, last of all what it said in the end, as versions before a new one that says
 * what the kept text says: nobody's words are out of their reach. The merged record keeps its rows, so that the two can be separated again.
 */
async function keepOtherTexts(ctx: Ctx, from: string, into: string): Promise<void> {
  const { rows } = await ctx.tx.query(
    `with other as (
       select t.kind, k.version as kept, t.version as theirs from person_text t join person_text k on k.person_id = $2 and k.kind = t.kind
       where t.person_id = $1 and t.deleted_at is null
     ), brought as (
       insert into person_text_version (person_id, kind, version, content, saved_at, by_name, by_role)
       select $2, v.kind, o.kept + v.version, v.content, v.saved_at, v.by_name, v.by_role
       from person_text_version v join other o on o.kind = v.kind where v.person_id = $1
     ), kept as (
       update person_text k set version = o.kept + o.theirs + 1 from other o where k.person_id = $2 and k.kind = o.kind
       returning k.kind, k.version, k.content, k.changed_at
     ), again as (
       insert into person_text_version (person_id, kind, version, content, saved_at) select $2, kind, version, content, changed_at from kept
     )
     select kind from kept`,
    [from, into],
  )
  for (const { kind } of rows as { kind: TextKind }[]) {
    const text = await loadText(ctx, into, kind)
    if (text) await publishText(ctx, into, kind, text)
  }
}

async function eraseFrom(ctx: Ctx, personId: string, tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await ctx.tx.query(
      `delete from ${table} where person_id in (select id from person where id = $1 or merged_into = $1)`,
      [personId],
    )
}
