import type { InputOf } from '../operation.ts'
import { activated, edited } from './goal-acts.ts'
import type { addStep, changeStep, moveStep, tickStep } from './operations.ts'
import { type Goals, STEPS_MAX, type Step } from './shapes.ts'
import { type Act, findGoal, inPlace, type Refusal, withGoal, withSteps } from './slice.ts'

const liveSteps = ({ steps }: Goals, goalId: string) =>
  steps.filter((step) => step.goalId === goalId && !step.deletedAt)

export const add: Act<InputOf<typeof addStep>> = (goals, { goalId, stepId, text, due }) => {
  if (!findGoal(goals, goalId)) return 'not-found'
  const known = goals.steps.find((step) => step.stepId === stepId)
  if (known) return known.goalId === goalId && known.text === text ? goals : 'same-id-other-words'
  const others = liveSteps(goals, goalId)
  if (others.length >= STEPS_MAX) return 'full'
  const position = Math.max(0, ...others.map((step) => step.position)) + 1
  return withSteps(goals, [{ stepId, goalId, text, ...(due && { due }), position }])
}

export const change: Act<InputOf<typeof changeStep>> = (goals, input) =>
  onStep(goals, input, (step) => edited(step, input, ['text', 'due']))

export const tick: Act<InputOf<typeof tickStep>> = (goals, input, at) =>
  onStep(goals, input, (step) => (step.doneAt ? step : { ...step, doneAt: at }))

/** A worker ticks it, with the person there: whoever reads the step reads that too. */
export const tickTogether: Act<{ goalId: string; stepId: string; assistedBy: string }> = (goals, input, at) =>
  onStep(goals, input, (step) => (step.doneAt ? step : { ...step, doneAt: at, assistedBy: input.assistedBy }))

/** The goal that it was part of is not achieved any more. */
export const untick: Act<InputOf<typeof tickStep>> = (goals, input, at) => {
  const after = onStep(goals, input, (step) => {
    if (!step.doneAt) return step
    const { doneAt: _, assistedBy: __, ...open } = step
    return open
  })
  if (typeof after === 'string' || after === goals) return after
  const goal = findGoal(after, input.goalId)
  return goal?.state === 'achieved' ? withGoal(after, activated(after, goal, at)) : after
}

/** To stand before another step of its goal, or last. Places are counted anew; only those that changed are new rows. */
export const move: Act<InputOf<typeof moveStep>> = (goals, { goalId, stepId, beforeStepId }) => {
  const steps = inPlace(liveSteps(goals, goalId))
  const step = steps.find((one) => one.stepId === stepId)
  if (!step) return 'not-found'
  if (beforeStepId === stepId) return goals
  const others = steps.filter((one) => one !== step)
  const found = others.findIndex((one) => one.stepId === beforeStepId)
  const place = found === -1 ? others.length : found
  const placed = others.toSpliced(place, 0, step).map((one, at) => ({ ...one, position: at + 1 }))
  const before = new Map(steps.map((one) => [one.stepId, one.position]))
  return withSteps(
    goals,
    placed.filter((one) => before.get(one.stepId) !== one.position),
  )
}

export const remove: Act<InputOf<typeof tickStep>> = (goals, input, at) =>
  onStep(goals, input, (step) => (step.deletedAt ? step : { ...step, deletedAt: at }))

export const restore: Act<InputOf<typeof tickStep>> = (goals, input) => {
  const step = goals.steps.find((one) => one.stepId === input.stepId)
  if (step?.deletedAt && liveSteps(goals, step.goalId).length >= STEPS_MAX) return 'full'
  return onStep(goals, input, ({ deletedAt, ...kept }) => (deletedAt ? kept : (step as Step)))
}

/** A step of that goal, and of no other. */
function onStep(
  goals: Goals,
  { goalId, stepId }: { goalId: string; stepId: string },
  act: (step: Step) => Step | Refusal,
): Goals | Refusal {
  const step = goals.steps.find((one) => one.stepId === stepId && one.goalId === goalId)
  if (!step) return 'not-found'
  const next = act(step)
  if (typeof next === 'string') return next
  return next === step ? goals : withSteps(goals, [next])
}
