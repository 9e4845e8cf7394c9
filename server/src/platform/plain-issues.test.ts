import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { plainIssues } from './plain-issues.ts'

plainIssues()
const said = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).error?.issues[0]?.message

test.each<[z.ZodMiniType, unknown, string]>([
  [z.object({ face: z.number() }), {}, 'is missing'],
  [z.number(), 'SECRET', 'must be a number'],
  [z.int(), 2.5, 'must be a whole number'],
  [z.boolean(), 'yes', 'must be yes or no'],
  [z.array(z.string()), 'SECRET', 'must be a list'],
  [z.number().check(z.gte(3)), 2, 'must be at least 3'],
  [z.number().check(z.lte(10)), 11, 'must be at most 10'],
  [z.string().check(z.maxLength(4)), 'SECRET', 'must be at most 4 characters long'],
  [z.array(z.string()).check(z.minLength(1)), [], 'must be at least 1 in number'],
  [z.enum(['a', 'b']), 'SECRET', 'is not one of the choices'],
  [z.uuid(), 'SECRET', 'must be an id'],
  [z.iso.date(), 'SECRET', 'must be a date like 2026-04-13'],
  [z.string().check(z.regex(/^[a-z]$/)), 'SECRET', 'is not in a form we can read'],
  [z.union([z.literal('a'), z.literal('b')]), 'SECRET', 'is not in a form we can read'],
  [z.string().check(z.regex(/^x$/, { error: 'words of its own' })), 'SECRET', 'words of its own'],
])('what is wrong is said plainly, and never quoted (%#)', (schema, value, words) => {
  expect(said(schema, value)).toBe(words)
})
