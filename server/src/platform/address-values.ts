import type { Operation } from '@weft/contract/operation.ts'
import type * as z from 'zod/v4/core'

/** Turns what stood in an address, always text, into what the operation's input means there. */
export type ReadAddress = (values: Record<string, unknown>) => Record<string, unknown>

/**
 * An address holds numbers as text; a body does not, and there `"7"`, `null` and `[]` stay what they are and are refused: a missing answer
 * must never become a nought. What is no number is left as it is, for the input's own check to refuse.
 */
export function addressReader(operation: Operation): ReadAddress {
  const { shape } = (operation.input as z.$ZodObject)._zod.def
  const numbers = new Set(Object.keys(shape).filter((key) => isNumber(shape[key])))
  if (numbers.size === 0) return (values) => values
  return (values) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, numbers.has(key) ? numberOf(value) : value]))
}

const numberOf = (value: unknown) => (typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value)

function isNumber(schema: z.$ZodType | undefined): boolean {
  const def = schema?._zod.def as { type: string; innerType?: z.$ZodType } | undefined
  return def?.type === 'number' || (def?.innerType !== undefined && isNumber(def.innerType))
}
