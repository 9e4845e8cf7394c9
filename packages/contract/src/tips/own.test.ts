import { expect, test } from 'vitest'
import { tipsPart } from './own.ts'

const ids = { personId: '019d0000-0000-7000-8000-000000000001', changeId: '019d0000-0000-7000-8000-000000000002' }
const [one, two] = ['019d0000-0000-7000-8000-000000000101', '019d0000-0000-7000-8000-000000000102']
const { foresee, apply, empty } = tipsPart

test('a tip is saved before the server has it, once, newest first, and keeps its time', () => {
  const saved = foresee['tip.save'](empty, { ...ids, contentId: one }, '2026-04-15T09:00:00.000Z')
  expect(foresee['tip.save'](saved, { ...ids, contentId: one }, '2026-04-16T09:00:00.000Z')).toBe(saved)
  const both = foresee['tip.save'](saved, { ...ids, contentId: two }, '2026-04-16T09:00:00.000Z')
  expect(both.saved.map(({ contentId }) => contentId)).toEqual([two, one])
  expect(apply['tip.unsaved'](both, { contentId: two }, {} as never)).toEqual(saved)
})

test('topics are kept once each and in one order', () => {
  const chosen = foresee['tip.chooseTopics'](empty, { ...ids, topics: ['money', 'sleep', 'money'] }, '')
  expect(chosen.topics).toEqual(['sleep', 'money'])
})
