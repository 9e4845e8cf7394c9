import type { WeftFile } from '@weft/contract/my-data/file.ts'
import { ownChannel } from '@weft/contract/own/channel.ts'
import {
  type AboutMe,
  type AboutMeTexts,
  aboutMeKeys,
  PINNED_MAX,
  type PlanParts,
  planParts,
  type SafetyPlan,
} from '@weft/contract/plans/shapes.ts'
import { type Ctx, type Portable, type Publication, publication } from '../../platform/feature.ts'
import { loadCoping } from './coping-rows.ts'
import { lockPlans } from './plan-rules.ts'
import { loadText, saveText } from './text-rows.ts'

type Part = Pick<WeftFile, 'coping' | 'safetyPlan' | 'aboutMe'>

/** Coping ideas with each tap, my safety plan and About me. Whose wording a text once was stays in the record. */
export const portable: Portable<Part> = {
  async take(ctx, personId) {
    const { rows } = await ctx.tx.query(
      'select * from coping_strategy where person_id = $1 and deleted_at is null order by created_at, id',
      [personId],
    )
    const { rows: taps } = await ctx.tx.query(
      'select coping_id, kind, at from coping_tap where person_id = $1 and undone_at is null order by at, kind',
      [personId],
    )
    const plan = await loadText(ctx, personId, 'safety_plan')
    const about = await loadText(ctx, personId, 'about_me')
    return {
      coping: rows.map((row) => ({
        id: row.id,
        createdAt: row.created_at.toISOString(),
        words: row.words,
        ...(row.when_to_use && { whenToUse: row.when_to_use }),
        ...(row.trigger_words && { trigger: row.trigger_words }),
        ...(row.pinned_at && { pinnedAt: row.pinned_at.toISOString() }),
        taps: taps
          .filter((tap) => tap.coping_id === row.id)
          .map((tap) => ({ at: tap.at.toISOString(), kind: tap.kind })),
      })),
      ...(plan && !plan.deletedAt && { safetyPlan: { changedAt: plan.changedAt, parts: linesOf(plan.parts) } }),
      ...(about && !about.deletedAt && { aboutMe: { changedAt: about.changedAt, texts: textsOf(about.texts) } }),
    }
  },

  /** A plan or an About me that is here stays; what is pinned here stays pinned, and as many besides as fit. */
  async bring(ctx, personId, { coping, safetyPlan, aboutMe }, ids) {
    await lockPlans(ctx, personId)
    const before = await loadCoping(ctx, personId)
    const here = new Set(before.map(({ copingId }) => copingId))
    const fresh = coping.filter(({ id }) => !here.has(id) && !here.has(ids.of(id)))
    let pinned = before.filter((one) => one.pinnedAt && !one.deletedAt).length
    for (const one of fresh) {
      if (one.pinnedAt) pinned += 1
      await insertIdea(ctx, personId, one.pinnedAt && pinned > PINNED_MAX ? { ...one, pinnedAt: undefined } : one, ids)
    }
    const added = new Set(fresh.map(({ id }) => ids.of(id)))
    const about = { subjectId: personId }
    const news: Publication[] = (await loadCoping(ctx, personId))
      .filter(({ copingId }) => added.has(copingId))
      .map((row) => publication(ownChannel, { personId }, 'coping.changed', row, about))

    const plan = safetyPlan && (await bringPlan(ctx, personId, safetyPlan))
    if (plan) news.push(publication(ownChannel, { personId }, 'safetyPlan.saved', plan, about))
    const texts = aboutMe && (await bringAbout(ctx, personId, aboutMe))
    if (texts) news.push(publication(ownChannel, { personId }, 'aboutMe.saved', texts, about))

    const all = coping.length + Number(safetyPlan !== undefined) + Number(aboutMe !== undefined)
    const count = fresh.length + Number(plan !== undefined) + Number(texts !== undefined)
    return { added: count, known: all - count, news }
  },
}

const linesOf = (parts: PlanParts) =>
  Object.fromEntries(planParts.map((part) => [part, parts[part].items])) as NonNullable<Part['safetyPlan']>['parts']

/** Emptied ones say nothing. */
const textsOf = (texts: AboutMeTexts) =>
  Object.fromEntries(aboutMeKeys.flatMap((key) => (texts[key]?.text ? [[key, texts[key].text]] : []))) as NonNullable<
    Part['aboutMe']
  >['texts']

async function insertIdea(
  ctx: Ctx,
  personId: string,
  one: Part['coping'][number],
  ids: { of(id: string, within?: string): string },
): Promise<void> {
  const by = ctx.scope.kind === 'account' ? ctx.scope : undefined
  const copingId = ids.of(one.id)
  await ctx.tx.query(
    `insert into coping_strategy (id, person_id, words, when_to_use, trigger_words, pinned_at, visibility, created_at, created_by, created_hat)
     values ($1, $2, $3, $4, $5, $6, 'private', $7, $8, $9)`,
    [copingId, personId, one.words, one.whenToUse, one.trigger, one.pinnedAt, one.createdAt, by?.accountId, by?.hat],
  )
  if (one.taps.length === 0) return
  const taps = one.taps.map(({ at, kind }, place) => ({ id: ids.of(one.id, `tap ${place}`), at, kind }))
  await ctx.tx.query(
    `insert into coping_tap (id, person_id, coping_id, kind, at)
     select t.id, $1, $2, t.kind, t.at from jsonb_to_recordset($3::jsonb) as t (id uuid, kind text, at timestamptz)`,
    [personId, copingId, JSON.stringify(taps)],
  )
}

async function bringPlan(ctx: Ctx, personId: string, { changedAt, parts }: NonNullable<Part['safetyPlan']>) {
  const before = await loadText(ctx, personId, 'safety_plan')
  if (before && !before.deletedAt) return undefined
  const version = (before?.version ?? 0) + 1
  const changedIn = (items: unknown[]) => (items.length > 0 ? version : 0)
  const after = {
    parts: Object.fromEntries(
      planParts.map((part) => [part, { items: parts[part], changedIn: changedIn(parts[part]) }]),
    ) as PlanParts,
    version,
    changedAt,
    visibility: 'private',
  } as SafetyPlan
  await saveText(ctx, personId, 'safety_plan', { before, after })
  return after
}

async function bringAbout(ctx: Ctx, personId: string, { changedAt, texts }: NonNullable<Part['aboutMe']>) {
  const before = await loadText(ctx, personId, 'about_me')
  if (before && !before.deletedAt) return undefined
  const version = (before?.version ?? 0) + 1
  const said = Object.entries(texts).filter(([, text]) => text !== undefined)
  const after = {
    texts: Object.fromEntries(said.map(([key, text]) => [key, { text, changedIn: version }])) as AboutMeTexts,
    version,
    changedAt,
    visibility: 'private',
  } as AboutMe
  await saveText(ctx, personId, 'about_me', { before, after })
  return after
}
