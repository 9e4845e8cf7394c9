import type { InputOf, Operation } from '@weft/contract/operation.ts'
import { type DocumentAct, remove, restore, savePlan, saveTexts } from '@weft/contract/plans/document-acts.ts'
import {
  deleteAboutMe,
  deleteSafetyPlan,
  restoreAboutMe,
  restoreSafetyPlan,
  saveAboutMe,
  saveSafetyPlan,
} from '@weft/contract/plans/operations.ts'
import type { AboutMe, SafetyPlan } from '@weft/contract/plans/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { isSharedNow, lockPlans, refuse } from './plan-rules.ts'
import type { TextKind } from './tables.ts'
import { loadText, saveText, type Texts, type Wording } from './text-rows.ts'

/** Does what `act` makes of somebody's text, by the rule that the device went by as well, and tells their devices. */
export async function changeText<Kind extends TextKind, Input>(
  ctx: Ctx,
  personId: string,
  kind: Kind,
  { act, input, by }: { act: DocumentAct<Texts[Kind], Input>; input: Input; by?: Wording },
): Promise<void> {
  await lockPlans(ctx, personId)
  const before = await loadText(ctx, personId, kind)
  const changed = refuse(act(before, input, ctx.now.toISOString())) as Texts[Kind] | undefined
  if (!changed || changed === before) return
  const startsShared = !before && (await isSharedNow(ctx, personId, kind))
  const after = startsShared ? { ...changed, visibility: 'shared' as const } : changed
  await saveText(ctx, personId, kind, { before, after, by })
  await publishText(ctx, personId, kind, after)
  await ctx.announce('personal.changed', { personId, scope: kind, isShared: after.visibility === 'shared' })
}

export async function publishText<Kind extends TextKind>(ctx: Ctx, personId: string, kind: Kind, text: Texts[Kind]) {
  if (kind === 'safety_plan') await publishOwn(ctx, personId, 'safetyPlan.saved', text as SafetyPlan)
  else await publishOwn(ctx, personId, 'aboutMe.saved', text as AboutMe)
}

const onText = <Op extends Operation, Kind extends TextKind>(
  operation: Op,
  kind: Kind,
  act: DocumentAct<Texts[Kind], InputOf<Op>>,
) => handleOwn(operation, (ctx, input, personId) => changeText(ctx, personId, kind, { act, input }))

export const textCommands = [
  onText(saveSafetyPlan, 'safety_plan', savePlan),
  onText(deleteSafetyPlan, 'safety_plan', remove),
  onText(restoreSafetyPlan, 'safety_plan', restore),
  onText(saveAboutMe, 'about_me', saveTexts),
  onText(deleteAboutMe, 'about_me', remove),
  onText(restoreAboutMe, 'about_me', restore),
]
