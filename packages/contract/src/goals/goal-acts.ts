import type { InputOf } from '../operation.ts'
import type { achieveGoal, addGoal, changeGoal, pauseGoal, rateGoal, starGoal } from './operations.ts'
import { GOALS_MAX, type Goal, type GoalRating, type GoalState, type Goals, RATED_MAX } from './shapes.ts'
import { type Act, findGoal, type Refusal, withGoal, withRating } from './slice.ts'

const words = ['words', 'why', 'type', 'targetDate', 'whoCouldHelp', 'notes', 'reflection'] as const

export const add: Act<InputOf<typeof addGoal>> = (goals, input, at) => {
  const { goalId, words, why, type, targetDate, whoCouldHelp, notes } = input
  const { origin = 'self', visibility = 'private', isDraft } = input
  const known = findGoal(goals, goalId)
  if (known) return known.words === words ? goals : 'same-id-other-words'
  if (goals.goals.filter((goal) => !goal.deletedAt).length >= GOALS_MAX) return 'full'
  return withGoal(goals, {
    goalId,
    words,
    ...(why && { why }),
    type,
    visibility,
    important: false,
    ...(targetDate && { targetDate }),
    ...(whoCouldHelp && { whoCouldHelp }),
    ...(notes && { notes }),
    origin,
    state: isDraft ? 'draft' : 'active',
    createdAt: at,
    ...(!isDraft && { activatedAt: at }),
    isRated: false,
  })
}

export const change: Act<InputOf<typeof changeGoal>> = (goals, input) =>
  onGoal(goals, input.goalId, (goal) => edited(goal, input, words))

/**
 * The row with those of its words that are given, without those that are null; the row itself when it says so already. A word that is neither
 * what the editor took it for (`was`) nor what they want it to be was changed elsewhere first.
 */
export function edited<Row extends object>(
  row: Row,
  input: { was: object },
  fields: readonly (keyof Row & string)[],
): Row | 'conflict' {
  const [was, wanted] = [input.was, input] as unknown as [Record<string, unknown>, Record<string, unknown>]
  const next = { ...row } as Record<string, unknown>
  let isSame = true
  for (const field of fields) {
    if (wanted[field] === undefined) continue
    const value = wanted[field] ?? undefined
    if (value === row[field]) continue
    if ((was[field] ?? undefined) !== row[field]) return 'conflict'
    isSame = false
    if (value === undefined) delete next[field]
    else next[field] = value
  }
  return isSame ? row : (next as Row)
}

export const star: Act<InputOf<typeof starGoal>> = (goals, { goalId, important }) =>
  onGoal(goals, goalId, (goal) => (goal.important === important ? goal : { ...goal, important }))

/** From which states each move leads, and where to (domain.md 6). */
const moves = {
  start: { from: 'draft', to: 'active' },
  pause: { from: 'active', to: 'paused' },
  resume: { from: 'paused', to: 'active' },
  achieve: { from: 'active', to: 'achieved' },
  reopen: { from: 'achieved', to: 'active' },
  letGo: { from: 'active', to: 'let_go' },
} as const satisfies Record<string, { from: GoalState; to: GoalState }>

const move =
  (name: Exclude<keyof typeof moves, 'achieve'>): Act<InputOf<typeof pauseGoal>> =>
  (goals, { goalId }, at) =>
    onGoal(goals, goalId, (goal) => {
      const { from, to } = moves[name]
      if (goal.state === to) return goal
      if (goal.state !== from) return 'wrong-state'
      return to === 'active' ? activated(goals, goal, at) : { ...goal, state: to }
    })

export const start = move('start')
export const pause = move('pause')
export const resume = move('resume')
export const reopen = move('reopen')
export const letGo = move('letGo')

export const achieve: Act<InputOf<typeof achieveGoal>> = (goals, { goalId, achievedOn }) =>
  onGoal(goals, goalId, (goal) => {
    if (goal.state === moves.achieve.to) return goal
    return goal.state === moves.achieve.from ? { ...goal, state: moves.achieve.to, achievedOn } : 'wrong-state'
  })

/** Active from now on; rated as before, if there is still room for it. */
export function activated(goals: Goals, { achievedOn: _, ...goal }: Goal, at: string): Goal {
  return {
    ...goal,
    state: 'active',
    activatedAt: goal.activatedAt ?? at,
    isRated: goal.isRated && hasRoomToRate(goals, goal.goalId),
  }
}

const hasRoomToRate = ({ goals }: Goals, goalId: string) =>
  goals.filter((goal) => goal.goalId !== goalId && goal.isRated && goal.state === 'active' && !goal.deletedAt).length <
  RATED_MAX

export const remove: Act<{ goalId: string }> = (goals, { goalId }, at) =>
  onGoal(goals, goalId, (goal) => (goal.deletedAt ? goal : { ...goal, deletedAt: at }))

export const restore: Act<{ goalId: string }> = (goals, { goalId }) =>
  onGoal(goals, goalId, (goal) => {
    if (!goal.deletedAt) return goal
    const { deletedAt: _, ...kept } = goal
    return { ...kept, isRated: kept.isRated && hasRoomToRate(goals, goalId) }
  })

export const rate: Act<InputOf<typeof rateGoal>> = (goals, input, at) => {
  const { goalId, ratingId, value, forDate, present } = input
  const goal = findGoal(goals, goalId)
  if (!goal) return 'not-found'
  const starts = goal.state === 'active' && !goal.isRated
  if (starts && !hasRoomToRate(goals, goalId)) return 'wrong-state'
  const known = goals.ratings.find((one) => one.goalId === goalId && one.forDate === forDate)
  const rating: GoalRating = {
    ratingId: known?.ratingId ?? ratingId,
    goalId,
    value,
    forDate,
    recordedAt: at,
    ...(present && { present }),
  }
  const rated = withRating(goals, rating)
  return starts ? withGoal(rated, { ...goal, isRated: true }) : rated
}

export const stopRating: Act<{ goalId: string }> = (goals, { goalId }) =>
  onGoal(goals, goalId, (goal) => (goal.isRated ? { ...goal, isRated: false } : goal))

function onGoal(goals: Goals, goalId: string, act: (goal: Goal) => Goal | Refusal): Goals | Refusal {
  const goal = findGoal(goals, goalId)
  if (!goal) return 'not-found'
  const next = act(goal)
  if (typeof next === 'string') return next
  return next === goal ? goals : withGoal(goals, next)
}
