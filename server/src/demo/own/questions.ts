import { acknowledgeFlag, closeFlag, listFlags, type RiskFlag } from '@weft/contract/conversations/flags.ts'
import type { Operation } from '@weft/contract/operation.ts'
import type { Answers, MeasureName, Score } from '@weft/contract/questionnaires/answers.ts'
import { measures } from '@weft/contract/questionnaires/measures.ts'
import { answerQuestions, askQuestions, setMeasure } from '@weft/contract/questionnaires/operations.ts'
import type { App } from '../../app.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { serviceHours } from '../agencies.ts'
import type { Calendar } from '../calendar.ts'
import { demoId, type Random } from '../random.ts'
import type { Owner } from './own-life.ts'
import { comingTo } from './spread.ts'

const serviceId = demoId('service wellbeing')

/** A set of questions: when it was asked and answered, and what came back. Unanswered is due. */
export interface DemoSet {
  id: string
  owner: Owner
  measure: MeasureName
  day: number
  answers: Answers | undefined
}

/** PHQ-9 21 times of 9 people (mean 14.1 → 11.2; item 9 above 0 in 5, 2 or more in 2) and GAD-7 21 times; one of Kofi's is due. */
export function planQuestions(random: Random, owners: readonly Owner[]): DemoSet[] {
  const mine = owners.filter((owner) => !owner.isAssisted && owner.services.some(({ id }) => id === serviceId))
  const first = ['kofi', 'farsi'].flatMap((key) => mine.filter((owner) => owner.key === key))
  const asked = [...first, ...random.shuffle(mine.filter((owner) => !first.includes(owner)))]
  const sets: DemoSet[] = []
  for (const measure of ['phq9', 'gad7'] as const) {
    const some = asked.slice(0, 9)
    const totals = totalsFor(random, some.length, means[measure])
    for (const [place, owner] of some.entries()) {
      for (const [nth, total] of (totals[place] as number[]).entries()) {
        const item9 = measure === 'phq9' && nth === 0 && place > 0 && place < 6 ? (place < 3 ? 2 : 1) : 0
        const day = Math.max(4, (owner.services[0]?.fromDay ?? 0) + 1) + nth * 9 + (measure === 'gad7' ? 1 : 0)
        sets.push({
          id: demoId(`questions ${measure} ${owner.key} ${nth}`),
          owner,
          measure,
          day,
          answers: answersOf(random, measure, total, item9 as Score),
        })
      }
    }
  }
  const [kofi] = asked
  if (kofi) sets.push({ id: demoId('questions due'), owner: kofi, measure: 'phq9', day: 27, answers: undefined })
  return sets
}

/** What people come to in the mean, the first time and the last. */
const means = { phq9: { first: 14.1, last: 11.2 }, gad7: { first: 11, last: 8.1 } } as const

/** Of each person, one set after another: three times of the first three, twice of the others. */
function totalsFor(random: Random, people: number, mean: { first: number; last: number }): number[][] {
  const near = (level: number) => Array.from({ length: people }, () => level + random.whole(-4, 4))
  const to = (level: number) => comingTo(random, near(level), Math.round(level * people), [3, 21])
  const [first, last] = [to(mean.first), to(mean.last)]
  return first.map((from, place) => {
    const until = last[place] as number
    return place < 3 ? [from, Math.round((from + until) / 2), until] : [from, until]
  })
}

/** Answers that add up to a total, with what is said about self-harm given. */
function answersOf(random: Random, measure: MeasureName, total: number, item9: Score): Answers {
  const keys = measures[measure].items
    .filter((item) => !item.options && item.key !== 'self_harm_thoughts')
    .map(({ key }) => key)
  const scores = new Map<string, number>(keys.map((key) => [key, 0]))
  let left = Math.max(0, Math.min(keys.length * 3, total - item9))
  while (left > 0) {
    const key = random.pick(keys)
    const score = scores.get(key) as number
    if (score === 3) continue
    scores.set(key, score + 1)
    left -= 1
  }
  if (measure === 'phq9') {
    scores.set('self_harm_thoughts', item9)
    scores.set('function', random.whole(0, 2))
  }
  return Object.fromEntries(scores) as Answers
}

type As = (key: string, hat: 'practitioner' | 'coordinator') => Promise<AccountScope>

/** The gate, opened by the coordinator before anything is asked; Sam reads what comes back. */
export async function openGate(app: App, as: As, responderStaffId: string): Promise<void> {
  const nia = await as('nia', 'coordinator')
  for (const measure of ['phq9', 'gad7'] as const)
    await app.runner.run(setMeasure as Operation, nia, {
      serviceId,
      measure,
      isOn: true,
      responderStaffId,
      hours: serviceHours,
    })
}

export async function ask(app: App, as: As, calendar: Calendar, set: DemoSet, personId: string): Promise<void> {
  await app.runner.run(askQuestions as Operation, await as('sam', 'practitioner'), {
    personId,
    serviceId,
    assignmentId: set.id,
    measure: set.measure,
    dueOn: calendar.dateOf(set.day + 1),
  })
}

export async function answer(app: App, scope: AccountScope, set: DemoSet): Promise<void> {
  const changeId = demoId(`answered ${set.id}`)
  await app.runner.run(answerQuestions as Operation, scope, {
    personId: scope.personId,
    changeId,
    assignmentId: set.id,
    answers: set.answers,
    isSent: true,
  })
}

/** The next morning Sam rings whoever a flag is about, and closes it with what came of it. */
export async function closeFlags(app: App, as: As): Promise<void> {
  const sam = await as('sam', 'practitioner')
  const { flags } = (await app.runner.run(listFlags as Operation, sam, {})) as { flags: RiskFlag[] }
  for (const { conversationId, flagId } of flags) {
    await app.runner.run(acknowledgeFlag as Operation, sam, { conversationId, flagId })
    const outcome = { outcome: 'spoke', note: 'Rang them. They are with family and have the numbers.' }
    await app.runner.run(closeFlag as Operation, sam, { conversationId, flagId, ...outcome })
  }
}
