import type { InputOf } from '../operation.ts'
import type { seeComments } from './operations.ts'
import { type Act, commentsOf, withSeen } from './slice.ts'

/** That one and those before it. One that was taken back meanwhile, or never came here, changes nothing. */
export const see: Act<InputOf<typeof seeComments>> = (goals, { goalId, commentId }) => {
  const before = commentsOf(goals.comments, goalId).map((one) => one.commentId)
  return withSeen(goals, { commentIds: before.slice(0, before.indexOf(commentId) + 1) })
}
