import { randomUUID } from 'node:crypto'
import type { Operation } from '@weft/contract/operation.ts'
import * as z from 'zod/v4/core'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  minLength?: number
  minItems?: number
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
}

/**
 * An input for an operation in which every field is there and of the right kind, read off its schema: `ids` by the field's name, else a new
 * one; in every field of free text what `words` answers for it. A rule that is not in the schema may still refuse it.
 */
export function wellFormed(
  operation: Operation,
  ids: Record<string, string>,
  words: (field: string) => string,
): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
  return fill(schema, '') as Record<string, unknown>

  function fill(of: Schema, field: string): unknown {
    if (of.const !== undefined) return of.const
    if (of.enum) return of.enum[0]
    const inner = of.anyOf ?? of.oneOf ?? of.allOf
    if (inner?.[0]) return fill(inner[0], field)
    switch (Array.isArray(of.type) ? of.type[0] : of.type) {
      case 'object':
        return Object.fromEntries(Object.entries(of.properties ?? {}).map(([name, one]) => [name, fill(one, name)]))
      case 'array':
        return of.prefixItems?.map((one) => fill(one, field)) ?? (of.items ? [fill(of.items, field)] : [])
      case 'integer':
      case 'number':
        return Math.min(Math.max(of.minimum ?? 1, 1), of.maximum ?? 1)
      case 'boolean':
        return true
      case 'null':
        return null
      default:
        return textOf(of, field)
    }
  }

  function textOf(of: Schema, field: string): string {
    if (ids[field]) return ids[field]
    if (of.format === 'uuid' || of.pattern?.includes('[0-9a-f')) return randomUUID()
    if (of.format === 'date') return '2026-04-15'
    if (of.format === 'date-time') return '2026-04-15T09:00:00.000Z'
    if (of.format === 'email' || field === 'email') return `${words(field).replaceAll(/\W/g, '-')}@post.example`
    if (of.pattern && !new RegExp(of.pattern, 'u').test(words(field))) return likePattern(of.pattern)
    return words(field).slice(0, of.maxLength ?? 1_000)
  }
}

/** Times of day and numbers in figures: the patterns that the contract has. */
function likePattern(pattern: string): string {
  const candidates = ['09:00', '2026-04-15', '2026-04-15T09:00:00.000Z', '482913', '9990001375', 'B77 2AA', 'en', 'a1']
  return candidates.find((one) => new RegExp(pattern, 'u').test(one)) ?? 'x'
}
