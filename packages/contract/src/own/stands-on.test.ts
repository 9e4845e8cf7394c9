import { expect, test } from 'vitest'
import { standsOn } from './stands-on.ts'

const edit = (changeId: string, more: object) => ({ push: 'diary.edit', input: { changeId, baseVersion: 1, ...more } })

test('a change of words stands on the last one of the same words that still waits, and on no other', () => {
  const waiting = [edit('1', { entryId: 'a' }), edit('2', { entryId: 'a' }), edit('3', { entryId: 'b' })]
  expect(standsOn(waiting, 'diary.edit', { entryId: 'a', baseVersion: 3 })).toEqual({ onTopOf: '2' })
  expect(standsOn(waiting, 'diary.edit', { entryId: 'c', baseVersion: 1 })).toEqual({})
  expect(standsOn(waiting, 'diary.delete', { entryId: 'a' })).toEqual({})
})

test('of a text in parts it stands on a change of a part that it changes too', () => {
  const waiting = [{ push: 'safetyPlan.save', input: { changeId: '1', parts: { signs: [] }, baseVersion: 0 } }]
  const save = (parts: object) => standsOn(waiting, 'safetyPlan.save', { parts, baseVersion: 1 })
  expect(save({ signs: [], people: [] })).toEqual({ onTopOf: '1' })
  expect(save({ people: [] })).toEqual({})
})
