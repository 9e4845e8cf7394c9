import * as z from 'zod/mini'
import { defineOwnSlice, upsert } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { QuestionSet, Questions } from './shapes.ts'

/** What is still to be answered by its day, then what was sent, newest first. */
const order = (a: QuestionSet, b: QuestionSet): number =>
  Number(a.submittedAt !== undefined) - Number(b.submittedAt !== undefined) ||
  (a.submittedAt && b.submittedAt ? compare(b.submittedAt, a.submittedAt) : compare(a.dueOn, b.dueOn)) ||
  compare(a.assignmentId, b.assignmentId)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export const inOrder = (sets: readonly QuestionSet[]): QuestionSet[] => [...sets].sort(order)

export const questionsSlice = defineOwnSlice({
  state: Questions,
  empty: { sets: [] },
  events: { 'questions.changed': QuestionSet, 'questions.withdrawn': z.object({ assignmentId: Id }) },
  apply: {
    'questions.changed': ({ sets }, set) => ({ sets: upsert(sets, set, (one) => one.assignmentId, order) }),
    'questions.withdrawn': ({ sets }, { assignmentId }) => ({
      sets: sets.filter((set) => set.assignmentId !== assignmentId),
    }),
  },
})
