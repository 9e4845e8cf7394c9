import { uuidv7 } from '@weft/channels/client'
import type { OwnState } from '@weft/contract/own/parts.ts'
import type { Random } from '../../server/src/demo/random.ts'
import type { Setting } from './history.ts'

/** What somebody does next with what is theirs. */
export interface Doing {
  push: string
  input: Record<string, unknown>
  words?: string
  sets: readonly Setting[]
  saw?: string
}

export interface Situation {
  state: OwnState
  random: Random
  /** Words that nobody else writes. */
  words: string
  /** When, by the device's clock. */
  at: string
  serviceId: string
}

type Deed = (situation: Situation) => Doing | undefined

const DAY_MS = 86_400_000
const dayBefore = (at: string, days: number) => new Date(Date.parse(at) - days * DAY_MS).toISOString().slice(0, 10)
const some = <T>(random: Random, list: readonly T[]): T | undefined => (list.length > 0 ? random.pick(list) : undefined)

const logNight: Deed = ({ random, words, at }) => {
  const forDate = dayBefore(at, random.whole(1, 3))
  return {
    push: 'sleep.log',
    input: { forDate, recordedAt: at, minutesSlept: random.whole(6, 18) * 30, note: words },
    words,
    sets: [{ what: `sleep ${forDate}`, to: words }],
  }
}

const logMood: Deed = ({ random, words, at }) => {
  const moodId = uuidv7()
  return {
    push: 'mood.log',
    input: { moodId, forDate: dayBefore(at, 1), recordedAt: at, face: random.whole(1, 5), note: words },
    words,
    sets: [
      { what: `mood ${moodId}`, to: words },
      { what: `mood ${moodId} removed`, to: 'no' },
    ],
  }
}

const removeMood: Deed = ({ state, random }) => {
  const mood = some(random, state.trackers.moods)
  if (!mood) return undefined
  const { moodId } = mood
  const isBack = mood.removedAt !== undefined
  const sets = [{ what: `mood ${moodId} removed`, to: isBack ? 'no' : 'yes' }]
  return { push: isBack ? 'mood.restore' : 'mood.remove', input: { moodId }, sets }
}

const rateProblem: Deed = ({ state, random, words, at }) => {
  const { problems } = state.trackers
  if (problems.length < 1) {
    const problemId = uuidv7()
    return {
      push: 'problem.add',
      input: { problemId, words },
      words,
      sets: [{ what: `problem ${problemId}`, to: words }],
    }
  }
  const { problemId } = random.pick(problems)
  const forDate = dayBefore(at, random.whole(1, 3))
  return {
    push: 'problem.rate',
    input: { problemId, forDate, recordedAt: at, value: random.whole(0, 10), note: words },
    words,
    sets: [{ what: `rating ${problemId} ${forDate}`, to: words }],
  }
}

const tendGoals: Deed = ({ state, random, words, at }) => {
  const goals = state.goals.goals.filter((goal) => !goal.deletedAt)
  const goal = some(random, goals)
  if (!goal || goals.length < 2) {
    const goalId = uuidv7()
    return {
      push: 'goal.add',
      input: { goalId, words, type: 'other', at },
      words,
      sets: [
        { what: `goal ${goalId}`, to: words },
        { what: `goal ${goalId} deleted`, to: 'no' },
      ],
    }
  }
  const { goalId } = goal
  const steps = state.goals.steps.filter((step) => step.goalId === goalId)
  const step = some(random, steps)
  if (!step || steps.length < 8) {
    const stepId = uuidv7()
    return {
      push: 'step.add',
      input: { goalId, stepId, text: words, at },
      words,
      sets: [
        { what: `step ${stepId}`, to: words },
        { what: `step ${stepId} done`, to: 'no' },
      ],
    }
  }
  const isTicked = step.doneAt !== undefined
  const sets = [{ what: `step ${step.stepId} done`, to: isTicked ? 'no' : 'yes' }]
  return { push: isTicked ? 'step.untick' : 'step.tick', input: { goalId, stepId: step.stepId, at }, sets }
}

const changeGoal: Deed = ({ state, random, words, at }) => {
  const goal = some(random, state.goals.goals)
  if (!goal) return undefined
  const { goalId } = goal
  if (random.next() < 0.3) {
    const sets = [{ what: `goal ${goalId} deleted`, to: goal.deletedAt ? 'no' : 'yes' }]
    return { push: goal.deletedAt ? 'goal.restore' : 'goal.delete', input: { goalId, at }, sets }
  }
  const sets = [{ what: `goal ${goalId}`, to: words }]
  return { push: 'goal.change', input: { goalId, words, was: { words: goal.words }, at }, words, sets }
}

const writeDiary: Deed = ({ words, at }) => {
  const entryId = uuidv7()
  return {
    push: 'diary.write',
    input: { entryId, text: words, writtenAt: at },
    words,
    sets: [{ what: `diary ${entryId} deleted`, to: 'no' }],
  }
}

/** Most often of the entry that everybody looks at. */
const editDiary: Deed = ({ state, random, words }) => {
  const entries = state.diary.entries.filter((one) => !one.deletedAt).slice(0, 3)
  const entry = random.next() < 0.6 ? entries[0] : some(random, entries)
  if (!entry) return undefined
  const { entryId, version: baseVersion, text: saw } = entry
  return { push: 'diary.edit', input: { entryId, text: words, baseVersion }, words, saw, sets: [] }
}

const deleteDiary: Deed = ({ state, random }) => {
  const entry = some(random, state.diary.entries)
  if (!entry) return undefined
  const sets = [{ what: `diary ${entry.entryId} deleted`, to: entry.deletedAt ? 'no' : 'yes' }]
  return { push: entry.deletedAt ? 'diary.restore' : 'diary.delete', input: { entryId: entry.entryId }, sets }
}

const share: Deed = ({ state, random, serviceId }) => {
  const entry = some(random, state.diary.entries.slice(0, 4))
  const scope = random.pick(['mood', 'sleep', ...(entry ? [`diary:${entry.entryId}`] : [])])
  const isLive = state.sharing.shares.some((one) => one.scope === scope)
  const sets = [{ what: `share ${scope}`, to: isLive ? 'stopped' : 'live' }]
  if (isLive) return { push: 'share.stop', input: { serviceId, scope }, sets }
  return { push: 'share.start', input: { shareId: uuidv7(), serviceId, scope, from: 'everything' }, sets }
}

const deeds: readonly (readonly [number, Deed])[] = [
  [3, logNight],
  [3, logMood],
  [2, removeMood],
  [3, rateProblem],
  [4, tendGoals],
  [2, changeGoal],
  [2, writeDiary],
  [5, editDiary],
  [1, deleteDiary],
  [3, share],
]
const all = deeds.flatMap(([times, deed]) => Array<Deed>(times).fill(deed))

/** `after` what they did last: whoever changes words often changes them once more. */
export function doSomething(situation: Situation, after: string | undefined): Doing | undefined {
  const { random } = situation
  const goesOn = after === 'diary.edit' && random.next() < 0.6
  return (goesOn ? editDiary : random.pick(all))(situation)
}
