import * as z from 'zod'

/**
 * What is wrong with a field, in words for whoever sent it: never a pattern, a type of ours or the value itself. A schema that knows better
 * says so in its own words, which come first.
 */
export function plainIssues(): void {
  z.config({ localeError: (issue) => plainWords(issue) })
}

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['localeError']>>[0]

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'an object',
}

function plainWords(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be ${kinds[issue.expected] ?? 'something else'}`
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${unitOf(issue.origin)}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${unitOf(issue.origin)}`
  if (issue.code === 'invalid_value') return 'is not one of the choices'
  if (issue.code === 'invalid_format' && issue.format in forms) return `must be ${forms[issue.format]}`
  return 'is not in a form we can read'
}

const forms: Record<string, string> = {
  uuid: 'an id',
  date: 'a date like 2026-04-13',
  datetime: 'a time like 2026-04-13T09:00:00Z',
  email: 'an e-mail address',
  url: 'a web address',
}

const unitOf = (origin: string) => (origin === 'string' ? ' characters long' : origin === 'array' ? ' in number' : '')
