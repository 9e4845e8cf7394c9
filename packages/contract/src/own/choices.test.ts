import { expect, test } from 'vitest'
import { changedChoices } from './choices.ts'
import { foresee, nothingOwned } from './parts.ts'

test('what is chosen is kept in one order, and the start is done once', () => {
  const once = changedChoices({}, { helpWith: ['team', 'sleep'], isStarted: true }, '2026-04-15T09:20:00.000Z')
  expect(once).toEqual({ helpWith: ['sleep', 'team'], startedAt: '2026-04-15T09:20:00.000Z' })
  expect(changedChoices(once, { isStarted: true }, '2026-04-16T09:20:00.000Z')).toEqual(once)
})

test('the device shows a choice before the server has it', () => {
  const input = { helpWith: ['mood'] }
  const after = foresee(nothingOwned, 'choices.change', input, '2026-04-15T09:20:00.000Z')
  expect(after.choices).toEqual({ helpWith: ['mood'] })
  expect(foresee(nothingOwned, 'something.newer', input, '2026-04-15T09:20:00.000Z')).toBe(nothingOwned)
})
