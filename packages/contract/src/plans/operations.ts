import * as z from 'zod/mini'
import { defineOperation, type Operation } from '../operation.ts'
import { ownChange, ownWords } from '../own/part.ts'
import type { ProblemCode } from '../problem.ts'
import { Id, Nothing, text } from '../scalars.ts'
import { CarePlan } from './care-plan.ts'
import {
  ABOUT_ME_MAX,
  AboutMeKey,
  AboutMeTexts,
  AboutMeVersion,
  aboutMeKeys,
  CopingStrategy,
  ITEMS_MAX,
  PlanItem,
  PlanParts,
  type planParts,
  SafetyPlanVersion,
  TapKind,
  Visibility,
  WHEN_MAX,
  WORDS_MAX,
} from './shapes.ts'

const person = '/api/people/:personId'
const coping = `${person}/coping`
const strategy = `${coping}/:copingId`
const safetyPlan = `${person}/safety-plan`
const aboutMe = `${person}/about-me`
const proposal = `${aboutMe}/proposals/:proposalId`
const ofService = `${person}/services/:serviceId`

/** An act of the owner: asks `own.write`, is done once under its `changeId`, answers nothing. */
function ownAct<const Shape extends z.core.$ZodShape>(
  name: string,
  [method, path]: readonly [Operation['method'], string],
  summary: string,
  shape: Shape,
  problems: readonly ProblemCode[] = [],
) {
  return defineOperation({
    name,
    method,
    path,
    summary,
    permission: 'own.write',
    input: z.strictObject({ ...ownChange, ...shape }),
    output: Nothing,
    problems: ['same-id-other-words', ...problems],
  })
}

const onStrategy = { copingId: Id }
const words = {
  words: text(WORDS_MAX),
  whenToUse: z.optional(text(WHEN_MAX)),
  trigger: z.optional(text(WHEN_MAX)),
}

/**
 * `shared` as its writer saw it: where coping ideas are shared with nobody any more, it is private all the same. Each of these publishes
 * `coping.changed` for every row it changes.
 */
export const addCoping = ownAct(
  'coping.add',
  ['POST', coping],
  'Add something that helps me.',
  { ...onStrategy, ...words, visibility: z.optional(Visibility) },
  ['id-taken', 'wrong-state'],
)
/** Says all of its words anew, and who may see it if that is given; earlier words are kept. `conflict` when they were changed elsewhere since `baseVersion`, or deleted. */
export const changeCoping = ownAct(
  'coping.change',
  ['PUT', strategy],
  'Change the words of something that helps me.',
  { ...onStrategy, ...words, visibility: z.optional(Visibility), ...ownWords },
  ['conflict'],
)
export const tapCoping = ownAct(
  'coping.tap',
  ['PUT', `${strategy}/taps/:tapId`],
  'Say that I used it, or that it helped.',
  { ...onStrategy, tapId: Id, kind: TapKind },
  ['id-taken'],
)
export const untapCoping = ownAct('coping.untap', ['DELETE', `${strategy}/taps/:tapId`], 'Take back a tap.', {
  ...onStrategy,
  tapId: Id,
})
/** With two pinned already, a third takes the place of the one that has been pinned longest. */
export const pinCoping = ownAct('coping.pin', ['PUT', `${strategy}/pin`], 'Show it in Get help now, or no more.', {
  ...onStrategy,
  isPinned: z.boolean(),
})
export const deleteCoping = ownAct(
  'coping.delete',
  ['DELETE', strategy],
  'Delete a coping idea; undo for 14 days.',
  onStrategy,
)
export const restoreCoping = ownAct(
  'coping.restore',
  ['POST', `${strategy}/restore`],
  'Put a deleted coping idea back.',
  onStrategy,
)

const Items = z.optional(z.array(PlanItem).check(z.maxLength(ITEMS_MAX)))

/**
 * Saves the parts that are given, each as a whole: the next version of the plan. Parts that others changed meanwhile stay theirs; a part that was
 * itself changed since `baseVersion`, to something else, is `conflict`. On a deleted plan it begins a new one. Publishes `safetyPlan.saved`.
 */
export const saveSafetyPlan = ownAct(
  'safetyPlan.save',
  ['PUT', safetyPlan],
  'Save a part of my safety plan.',
  {
    parts: z.strictObject({
      signs: Items,
      alone: Items,
      distractions: Items,
      people: Items,
      professionals: Items,
      safer: Items,
      reasons: Items,
    } satisfies Record<(typeof planParts)[number], typeof Items>),
    ...ownWords,
  },
  ['conflict'],
)
export const deleteSafetyPlan = ownAct(
  'safetyPlan.delete',
  ['DELETE', safetyPlan],
  'Delete the safety plan; undo for 14 days.',
  {},
)
export const restoreSafetyPlan = ownAct(
  'safetyPlan.restore',
  ['POST', `${safetyPlan}/restore`],
  'Put the deleted safety plan back.',
  {},
)

const AboutText = z.optional(z.nullable(text(ABOUT_ME_MAX)))
type AboutTexts = Record<(typeof aboutMeKeys)[number], typeof AboutText>

/** As `safetyPlan.save`, text by text; null empties one. Publishes `aboutMe.saved`. */
export const saveAboutMe = ownAct(
  'aboutMe.save',
  ['PUT', aboutMe],
  'Save texts of About me.',
  {
    texts: z.strictObject(Object.fromEntries(aboutMeKeys.map((key) => [key, AboutText])) as AboutTexts),
    ...ownWords,
  },
  ['conflict'],
)
export const deleteAboutMe = ownAct('aboutMe.delete', ['DELETE', aboutMe], 'Delete About me; undo for 14 days.', {})
export const restoreAboutMe = ownAct(
  'aboutMe.restore',
  ['POST', `${aboutMe}/restore`],
  'Put the deleted About me back.',
  {},
)

/** Takes the worker's wording as it stands; the version says whose it was. `wrong-state` once it was answered. */
export const acceptProposal = ownAct(
  'aboutMe.accept',
  ['POST', `${proposal}/accept`],
  'Take wording that a worker proposed.',
  { proposalId: Id },
  ['wrong-state'],
)
/** No reason is asked or kept. */
export const declineProposal = ownAct(
  'aboutMe.decline',
  ['POST', `${proposal}/decline`],
  'Turn down wording that a service offered for About me.',
  {
    proposalId: Id,
  },
)

const ofPerson = z.strictObject({ personId: Id })
const own = { method: 'GET', permission: 'own.read', input: ofPerson } as const

/** Newest first; the first is the plan as it is. */
export const listSafetyPlanVersions = defineOperation({
  ...own,
  name: 'safetyPlan.versions',
  path: `${safetyPlan}/versions`,
  summary: 'My safety plan as it was each time it was saved.',
  output: z.object({ versions: z.array(SafetyPlanVersion) }),
})
export const listAboutMeVersions = defineOperation({
  ...own,
  name: 'aboutMe.versions',
  path: `${aboutMe}/versions`,
  summary: 'About me as it was each time it was saved.',
  output: z.object({ versions: z.array(AboutMeVersion) }),
})

/** What the team of a service may read of somebody's plans: what is shared with it and nothing else. */
export const SharedPlan = z.object({
  coping: z.array(
    z.omit(CopingStrategy, { visibility: true, version: true, deletedAt: true, taps: true, pinnedAt: true }),
  ),
  safetyPlan: z.optional(z.object({ parts: PlanParts, changedAt: z.string() })),
  aboutMe: z.optional(z.object({ texts: AboutMeTexts, changedAt: z.string() })),
})
export type SharedPlan = z.infer<typeof SharedPlan>

const teamRead = { method: 'GET', input: z.strictObject({ personId: Id, serviceId: Id }) } as const

export const getSharedPlan = defineOperation({
  ...teamRead,
  name: 'plan.getShared',
  path: `${ofService}/plan`,
  summary: 'Coping ideas, safety plan and About me, as far as a person shares them with this service.',
  permission: 'plan.readShared',
  output: SharedPlan,
})

/** For the person, and for the team whose record it is. Newest first; the first is the plan as it stands. */
export const listCarePlans = defineOperation({
  ...teamRead,
  name: 'carePlan.list',
  path: `${ofService}/care-plans`,
  summary: 'The care plan of a service, in the versions that its record system sent.',
  permission: 'carePlan.read',
  output: z.object({ carePlans: z.array(CarePlan) }),
  problems: ['reason-needed'],
})

/** A worker's wording for a text of About me. It is offered to the person, who owes no answer. Publishes `proposal.offered` on their feed. */
export const proposeAboutMe = defineOperation({
  name: 'aboutMe.propose',
  method: 'POST',
  path: `${ofService}/about-me/proposals`,
  summary: 'Propose wording for About me.',
  permission: 'aboutMe.propose',
  input: z.strictObject({
    personId: Id,
    serviceId: Id,
    proposalId: Id,
    key: AboutMeKey,
    text: text(ABOUT_ME_MAX),
  }),
  output: Nothing,
  problems: ['id-taken', 'same-id-other-words'],
  status: 201,
})
