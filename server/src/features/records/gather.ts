import { listSharedEntries } from '@weft/contract/diary/operations.ts'
import { listSharedGoals } from '@weft/contract/goals/team.ts'
import type { InputOf, Operation, OutputOf } from '@weft/contract/operation.ts'
import { getSharedPlan } from '@weft/contract/plans/operations.ts'
import type { addCopy, CopyContent } from '@weft/contract/records/operations.ts'
import type { CopyItem } from '@weft/contract/records/shapes.ts'
import { kindOfScope, type SharedKind } from '@weft/contract/sharing/shapes.ts'
import { listSharedTrackers, type SharedTrackers } from '@weft/contract/trackers/operations.ts'
import type { Ctx } from '../../platform/feature.ts'

/** Asks a noun what it shows this asker, through that noun's own guard, in this transaction. */
export type Read = <Op extends Operation>(ctx: Ctx, operation: Op, input: InputOf<Op>) => Promise<OutputOf<Op>>

export interface Gathered {
  content: CopyContent
  /** One for each scope that showed something; a scope that showed nothing is missing. */
  items: CopyItem[]
}

const trackers: readonly SharedKind[] = ['sleep', 'mood', 'problem']
const plans: readonly SharedKind[] = ['coping', 'safety_plan', 'about_me']

/** What the asked scopes show the service's team at this moment, and nothing beside them. */
export async function gather(
  ctx: Ctx,
  { personId, serviceId, scopes, from, to }: InputOf<typeof addCopy>,
  read: Read,
): Promise<Gathered> {
  const asked = new Set(scopes)
  const wants = (kinds: readonly SharedKind[]) => scopes.some((scope) => kinds.includes(kindOfScope(scope)))
  const about = { personId, serviceId }
  const content: CopyContent = {}
  const items: CopyItem[] = []
  const found = (scope: string, words?: string) => void items.push({ scope, ...(words !== undefined && { words }) })

  if (wants(trackers) && from && to) {
    const all = await read(ctx, listSharedTrackers, { ...about, from, to })
    content.trackers = onlyTrackers(all, asked)
    if (content.trackers.sleep) found('sleep')
    if (content.trackers.moods) found('mood')
    for (const { problem } of content.trackers.problems) found(`problem:${problem.problemId}`, problem.words)
  }
  if (wants(['goal'])) {
    const { goals } = await read(ctx, listSharedGoals, about)
    content.goals = goals.filter(({ goalId }) => asked.has(`goal:${goalId}`))
    for (const goal of content.goals) found(`goal:${goal.goalId}`, goal.words)
  }
  if (wants(plans)) {
    const { coping, safetyPlan, aboutMe } = await read(ctx, getSharedPlan, about)
    content.plan = {
      coping: asked.has('coping') ? coping : [],
      ...(safetyPlan && asked.has('safety_plan') && { safetyPlan }),
      ...(aboutMe && asked.has('about_me') && { aboutMe }),
    }
    if (content.plan.coping.length > 0) found('coping')
    if (content.plan.safetyPlan) found('safety_plan')
    if (content.plan.aboutMe) found('about_me')
  }
  if (wants(['diary'])) {
    const { entries } = await read(ctx, listSharedEntries, about)
    content.entries = entries.filter(({ entryId }) => asked.has(`diary:${entryId}`))
    for (const { entryId } of content.entries) found(`diary:${entryId}`)
  }
  return { content, items }
}

/** A problem without a rating in these days is on the screen and may be copied; a kind without an entry is not there. */
const onlyTrackers = ({ sleep, moods, problems }: SharedTrackers, asked: ReadonlySet<string>): SharedTrackers => ({
  ...(sleep && asked.has('sleep') && { sleep }),
  ...(moods && asked.has('mood') && { moods }),
  problems: problems.filter(({ problem }) => asked.has(`problem:${problem.problemId}`)),
})
