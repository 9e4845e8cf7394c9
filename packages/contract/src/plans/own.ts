import * as z from 'zod/mini'
import { defineOwnPart } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { CarePlan } from './care-plan.ts'
import * as coping from './coping-acts.ts'
import * as documents from './document-acts.ts'
import * as operations from './operations.ts'
import { AboutMe, AboutMeProposal, CopingStrategy, SafetyPlan } from './shapes.ts'
import { Plans } from './slice.ts'

const foreseenCoping =
  <Input>(act: coping.CopingAct<Input>) =>
  (plans: Plans, input: Input, at: string): Plans => {
    const rows = act(plans.coping, input, at)
    return typeof rows === 'string' ? plans : coping.withStrategies(plans, rows)
  }

const foreseenPlan =
  <Input>(act: documents.DocumentAct<SafetyPlan, Input>) =>
  (plans: Plans, input: Input, at: string): Plans => {
    const safetyPlan = act(plans.safetyPlan, input, at)
    return typeof safetyPlan === 'string' || !safetyPlan ? plans : { ...plans, safetyPlan }
  }

const foreseenAbout =
  <Input>(act: documents.DocumentAct<AboutMe, Input>) =>
  (plans: Plans, input: Input, at: string): Plans => {
    const aboutMe = act(plans.aboutMe, input, at)
    return typeof aboutMe === 'string' || !aboutMe ? plans : { ...plans, aboutMe }
  }

const without = (plans: Plans, { proposalId }: { proposalId: string }): Plans => ({
  ...plans,
  proposals: plans.proposals.filter((one) => one.proposalId !== proposalId),
})

/** The rows, each in the place of the one of its key, in the order of the keys. */
function placed<Row>(rows: readonly Row[], row: Row, keyOf: (row: Row) => string): Row[] {
  return [...rows.filter((one) => keyOf(one) !== keyOf(row)), row].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A person's plans in the feed of everything they own. */
export const plansPart = defineOwnPart({
  state: Plans,
  empty: { coping: [], proposals: [], carePlans: [] },
  events: {
    'coping.changed': CopingStrategy,
    /** For good, as each of these. */
    'coping.erased': z.object({ copingId: Id }),
    'safetyPlan.saved': SafetyPlan,
    'safetyPlan.erased': z.object({}),
    'aboutMe.saved': AboutMe,
    'aboutMe.erased': z.object({}),
    'proposal.offered': AboutMeProposal,
    'proposal.answered': z.object({ proposalId: Id }),
    'carePlan.received': CarePlan,
  },
  pushes: {
    'coping.add': operations.addCoping,
    'coping.change': operations.changeCoping,
    'coping.tap': operations.tapCoping,
    'coping.untap': operations.untapCoping,
    'coping.pin': operations.pinCoping,
    'coping.delete': operations.deleteCoping,
    'coping.restore': operations.restoreCoping,
    'safetyPlan.save': operations.saveSafetyPlan,
    'safetyPlan.delete': operations.deleteSafetyPlan,
    'safetyPlan.restore': operations.restoreSafetyPlan,
    'aboutMe.save': operations.saveAboutMe,
    'aboutMe.delete': operations.deleteAboutMe,
    'aboutMe.restore': operations.restoreAboutMe,
    'aboutMe.accept': operations.acceptProposal,
    'aboutMe.decline': operations.declineProposal,
  },
  apply: {
    'coping.changed': (plans, row) => coping.withStrategies(plans, [row]),
    'coping.erased': (plans, { copingId }) => ({
      ...plans,
      coping: plans.coping.filter((one) => one.copingId !== copingId),
    }),
    'safetyPlan.saved': (plans, safetyPlan) => ({ ...plans, safetyPlan }),
    'safetyPlan.erased': ({ safetyPlan: _, ...plans }) => plans,
    'aboutMe.saved': (plans, aboutMe) => ({ ...plans, aboutMe }),
    'aboutMe.erased': ({ aboutMe: _, ...plans }) => plans,
    'proposal.offered': (plans, offered) => ({
      ...plans,
      proposals: placed(plans.proposals, offered, (one) => one.proposalId),
    }),
    'proposal.answered': without,
    'carePlan.received': (plans, received) => ({
      ...plans,
      carePlans: placed(plans.carePlans, received, (one) => one.serviceId),
    }),
  },
  foresee: {
    'coping.add': foreseenCoping(coping.addStrategy),
    'coping.change': foreseenCoping(coping.changeStrategy),
    'coping.tap': foreseenCoping(coping.tapStrategy),
    'coping.untap': foreseenCoping(coping.untapStrategy),
    'coping.pin': foreseenCoping(coping.pinStrategy),
    'coping.delete': foreseenCoping(coping.removeStrategy),
    'coping.restore': foreseenCoping(coping.restoreStrategy),
    'safetyPlan.save': foreseenPlan(documents.savePlan),
    'safetyPlan.delete': foreseenPlan(documents.remove),
    'safetyPlan.restore': foreseenPlan(documents.restore),
    'aboutMe.save': foreseenAbout(documents.saveTexts),
    'aboutMe.delete': foreseenAbout(documents.remove),
    'aboutMe.restore': foreseenAbout(documents.restore),
    'aboutMe.accept': (plans, input, at) => {
      const proposal = plans.proposals.find((one) => one.proposalId === input.proposalId)
      if (!proposal) return plans
      return foreseenAbout(documents.takeProposal)(without(plans, input), proposal, at)
    },
    'aboutMe.decline': without,
  },
})
