import { expect, test } from 'vitest'
import { goalsPart } from './own.ts'
import type { GoalComment, Goals } from './shapes.ts'

const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`
const goalId = id(1)
const comment = (number: number, more: Partial<GoalComment> = {}): GoalComment => ({
  commentId: id(number),
  goalId,
  text: 'Well done',
  serviceId: id(90),
  serviceName: 'Lichfield Wellbeing',
  byName: 'Sam Okafor',
  writtenAt: `2026-04-1${number}T09:00:00.000Z`,
  isNew: true,
  ...more,
})
const { apply, foresee, empty } = goalsPart
const holds = (...comments: GoalComment[]): Goals => ({ ...empty, comments })
const see = (goals: Goals, commentId: string) =>
  foresee['goalComment.see'](goals, { personId: id(98), changeId: id(99), goalId, at: '', commentId }, '')
const newOnes = (goals: Goals) => goals.comments.filter((one) => one.isNew).map((one) => one.commentId)

test('one that was looked at is not new any more, nor are those before it on the goal; later ones and other goals’ are', () => {
  // By when they were written, whatever ids their writers’ devices made.
  const goals = holds(comment(2, { writtenAt: '2026-04-19T09:00:00.000Z' }), comment(3), comment(4), {
    ...comment(5),
    goalId: id(9),
    writtenAt: '2026-04-01T09:00:00.000Z',
  })
  const seen = see(goals, id(4))
  expect(newOnes(seen)).toEqual([id(2), id(5)])
  expect(see(seen, id(4))).toBe(seen)
  expect(see(seen, id(7))).toBe(seen)
})

test('one that came again is there once, and one that was taken back is gone for good', () => {
  // biome-ignore lint/suspicious/noExplicitAny: what an event comes with plays no part here
  const meta = {} as any
  const twice = [comment(3), comment(2), comment(3)].reduce(
    (goals, one) => apply['goalComment.written'](goals, one, meta),
    empty,
  )
  expect(twice.comments.map((one) => one.commentId)).toEqual([id(2), id(3)])
  const left = apply['goalComment.withdrawn'](twice, { commentId: id(3) }, meta)
  expect(apply['goalComment.seen'](left, { commentIds: [id(2), id(3)] }, meta).comments).toEqual([
    comment(2, { isNew: false }),
  ])
  expect(apply['goal.erased'](left, { goalId }, meta).comments).toEqual([])
})
