import type { CarePlanContent } from '@weft/contract/plans/care-plan.ts'
import { receiveCarePlan } from '../../features/plans/care-plans.ts'
import type { Ctx } from '../../platform/feature.ts'
import type { Calendar } from '../calendar.ts'
import { demoId } from '../random.ts'

/** What the trust's record system sends of Kofi's plan, as its feed would; of Meera it holds no structured plan. */
export async function receivePlans(
  ctx: Ctx,
  calendar: Calendar,
  personOf: (key: string) => { id: string },
): Promise<void> {
  const serviceId = demoId('service wellbeing')
  const from = { serviceId, source: 'Whitlow record system (demo)' }
  await receiveCarePlan(ctx, {
    ...from,
    carePlanId: demoId('care plan kofi'),
    personId: personOf('kofi').id,
    asAt: calendar.at(6, '16:40'),
    content: { ...kofis, completedOn: calendar.dateOf(6) },
    askWhom: 'Sam Okafor',
  })
  await receiveCarePlan(ctx, {
    ...from,
    carePlanId: demoId('care plan meera'),
    personId: personOf('meera').id,
    asAt: calendar.at(6, '16:45'),
    askWhom: 'Sam Okafor',
  })
}

const kofis: CarePlanContent = {
  me: {
    matters: 'My niece, football, being left in peace in the mornings.',
    stayingWell: 'Sleeping at night and having somewhere to go in the day.',
    communicate: 'Say one thing at a time. Text first, then ring.',
    strengths: 'I notice when other people are struggling.',
  },
  team: {
    recovery: 'Fewer nights awake, and knowing what to do when the voices are loud.',
    earlySigns: 'Not answering the phone. Walking at night.',
    triggers: 'Loud places, letters about money.',
    helpFromOthers: 'Joe and his mother know the plan.',
  },
  goals: [
    { goal: 'Sleep through more nights', actions: 'Sleep diary each morning; look at it together', whoSupports: 'Sam' },
    { goal: 'Get out twice a week', actions: 'Library on Tuesday, football on Saturday', whoSupports: 'Joe' },
  ],
  triggers: [{ event: 'A brown envelope', coping: 'Open it with Joe, not alone' }],
  contingency: {
    watch: 'Three nights in a row without sleep',
    helps: 'A visit the same day',
    worse: 'Many people in the room',
  },
  crisis: {
    avoid: 'Do not come in a group',
    preferred: 'To stay at my mother’s',
    helpedBefore: 'Talking to Sam on the step',
  },
  daily: [{ what: 'Walk', when: 'After breakfast', why: 'It settles the day', agreedBy: 'Kofi and Sam' }],
  needs: { mentalHealth: 'Voices, most evenings', physicalHealth: 'Asthma', accommodation: 'Own flat, settled' },
  completedBy: 'Sam Okafor',
}
