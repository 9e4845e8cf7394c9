import { defineOwnPart } from '../own/part.ts'
import * as coping from './coping-acts.ts'
import * as documents from './document-acts.ts'
import * as operations from './operations.ts'
import { plansSlice, withoutProposal } from './own-slice.ts'
import type { AboutMe, SafetyPlan } from './shapes.ts'
import { type Plans, withStrategies } from './slice.ts'

const foreseenCoping =
  <Input>(act: coping.CopingAct<Input>) =>
  (plans: Plans, input: Input, at: string): Plans => {
    const rows = act(plans.coping, input, at)
    return typeof rows === 'string' ? plans : withStrategies(plans, rows)
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

/** What can be done about them. */
export const plansPart = defineOwnPart({
  ...plansSlice,
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
      return foreseenAbout(documents.takeProposal)(withoutProposal(plans, input), proposal, at)
    },
    'aboutMe.decline': withoutProposal,
  },
})
