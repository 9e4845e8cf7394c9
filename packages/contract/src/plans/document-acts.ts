import type { InputOf } from '../operation.ts'
import type { saveAboutMe, saveSafetyPlan } from './operations.ts'
import {
  type AboutMe,
  type AboutMeKey,
  type AboutMeProposal,
  type AboutMeText,
  aboutMeKeys,
  type PlanItem,
  type PlanParts,
  planParts,
  type SafetyPlan,
} from './shapes.ts'
import type { Refusal } from './slice.ts'

/**
 * What an act makes of a whole text, or why not; the rule of the device and of the server alike. Answers the same object when there is
 * nothing to do. Each save is the next version of the whole.
 */
export type DocumentAct<Doc, Input> = (doc: Doc | undefined, input: Input, at: string) => Doc | Refusal | undefined

export const noParts = Object.fromEntries(
  planParts.map((part) => [part, { items: [], changedIn: 0 }]),
) as never as PlanParts

const isSameItems = (a: readonly PlanItem[], b: readonly PlanItem[]) =>
  a.length === b.length && a.every((item, at) => item.text === b[at]?.text && item.phone === b[at]?.phone)

export const savePlan: DocumentAct<SafetyPlan, InputOf<typeof saveSafetyPlan>> = (plan, input, at) => {
  const { parts: given, baseVersion } = input
  if (plan?.deletedAt && plan.version > baseVersion) return 'conflict'
  const before = plan && !plan.deletedAt ? plan.parts : emptied(plan)
  const version = (plan?.version ?? 0) + 1
  const changed = planParts.filter((part) => given[part] && !isSameItems(given[part], before[part].items))
  if (changed.length === 0) return plan
  if (changed.some((part) => before[part].changedIn > baseVersion)) return 'conflict'
  const parts = { ...before }
  for (const part of changed) parts[part] = { items: given[part] ?? [], changedIn: version }
  return { parts, version, changedAt: at, visibility: plan?.visibility ?? 'private' }
}

/** A plan begun anew: nothing of the deleted one but where its versions had come to. */
const emptied = (plan: SafetyPlan | undefined): PlanParts =>
  plan
    ? (Object.fromEntries(
        planParts.map((part) => [part, { items: [], changedIn: plan.parts[part].changedIn }]),
      ) as never as PlanParts)
    : noParts

export const saveTexts: DocumentAct<AboutMe, InputOf<typeof saveAboutMe>> = (about, input, at) => {
  const { texts: given, baseVersion } = input
  if (about?.deletedAt && about.version > baseVersion) return 'conflict'
  const before = about && !about.deletedAt ? about.texts : {}
  const changed = aboutMeKeys.filter(
    (key) => given[key] !== undefined && (given[key] ?? '') !== (before[key]?.text ?? ''),
  )
  if (changed.length === 0) return about
  if (changed.some((key) => (before[key]?.changedIn ?? 0) > baseVersion)) return 'conflict'
  return withTexts(
    about,
    changed.map((key) => [key, { text: given[key] ?? '' }]),
    at,
  )
}

/** What the person took of a worker's wording stands in the place of what was there, in the worker's name. */
export const takeProposal: DocumentAct<AboutMe, AboutMeProposal> = (about, { key, text, byName, byRole }, at) =>
  withTexts(about, [[key, { text, byName, ...(byRole && { byRole }) }]], at)

function withTexts(
  about: AboutMe | undefined,
  changed: readonly [AboutMeKey, Omit<AboutMeText, 'changedIn'>][],
  at: string,
): AboutMe {
  const version = (about?.version ?? 0) + 1
  const texts = { ...(about?.deletedAt ? {} : about?.texts) }
  for (const [key, said] of changed) texts[key] = { ...said, changedIn: version }
  return { texts, version, changedAt: at, visibility: about?.visibility ?? 'private' }
}

type Deletable = { deletedAt?: string | undefined }

export const remove = <Doc extends Deletable>(doc: Doc | undefined, _: unknown, at: string): Doc | Refusal => {
  if (!doc) return 'not-found'
  return doc.deletedAt ? doc : { ...doc, deletedAt: at }
}

export const restore = <Doc extends Deletable>(doc: Doc | undefined): Doc | Refusal => {
  if (!doc) return 'not-found'
  const { deletedAt, ...kept } = doc
  return deletedAt ? (kept as Doc) : doc
}
