import { expect, test } from 'vitest'
import { errorFields } from './log.ts'

test('of an error its class and frames are kept, and of what it says nothing, whatever its lines look like', () => {
  const error = new TypeError('cannot read "first\n    at home he\n    at night (again:1:2)\nlast"')
  const fields = errorFields(error)
  expect(fields?.name).toBe('TypeError')
  expect(fields?.stack).toContain('log.test.ts')
  expect(fields?.stack).not.toMatch(/first|home|night|last/)
})
