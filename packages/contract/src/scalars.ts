import * as z from 'zod/mini'

/** UUIDv7 minted by the device that made the thing. One spelling, the database's: an id is compared as text in topics, events and logs. */
export const Id = z.uuid().check(
  z.toLowerCase(),
  // Those that every careless program has, all noughts or all fs, would belong to whoever sent them first.
  z.refine((value) => /[1-9a-e]/.test(value), { error: 'an id of nothing' }),
)
/** There was no year 0, for the database either. */
const isYear = z.refine<string>((value) => !value.startsWith('0000'), { error: 'no such year' })
/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime().check(isYear)
/** A calendar date, `2026-04-13`. */
export const LocalDate = z.iso.date().check(isYear)
/** A local wall-clock time, `09:00`. */
export const LocalTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time like 09:00' }))
/** People's own zone until a person may choose one. */
export const PERSON_ZONE = 'Europe/London'
/** IANA zone, `Europe/London`. */
export const Zone = z.string().check(z.minLength(1), z.maxLength(64))

/** What Postgres cannot keep, and no keyboard writes. */
export const isCharacters = (value: string): boolean => !/[\0\p{Surrogate}]/u.test(value)

/** Nothing that shows: spaces, controls, and characters that only join, turn or mark what is beside them. */
const BLANK = /^[\s\p{Cc}\p{DI}\u2800]*$/u

/** More marks on one letter than any language writes: putting long rows of them in order takes time by the square of their number. */
const MARKS = /\p{M}{31}/u

/** Counts Unicode code points after NFC, as domain.md counts them. */
export function codePoints(value: string): number {
  return [...(MARKS.test(value) ? value : value.normalize('NFC'))].length
}

/** Text of at most `max` code points after NFC; never blank; kept exactly as written but for NFC. */
/* @__NO_SIDE_EFFECTS__ */
export function text(max: number) {
  return z.pipe(
    z.string().check(
      z.refine((value) => !BLANK.test(value), { error: 'blank' }),
      z.refine(isCharacters, { error: 'holds what is not a character' }),
      z.refine((value) => !MARKS.test(value), { error: 'holds too many marks on one letter' }),
      z.refine((value) => codePoints(value) <= max, { error: `longer than ${max} characters` }),
    ),
    z.transform((value: string) => value.normalize('NFC')),
  )
}

/** A number, and nothing that could be read as one. What stands in an address is read as numbers at the server's door. */
/* @__NO_SIDE_EFFECTS__ */
export function whole(min: number, max: number) {
  return z.number().check(z.int(), z.gte(min), z.lte(max))
}

/** Yes and no arrive as text in a query string. */
export const Flag = z.union([
  z.boolean(),
  z.pipe(
    z.enum(['true', 'false']),
    z.transform((value) => value === 'true'),
  ),
])

/** What an operation answers when there is nothing to say. */
export const Nothing = z.object({})
