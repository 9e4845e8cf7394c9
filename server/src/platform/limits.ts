import { isIPv6 } from 'node:net'
import type { Operation } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Clock } from './clock.ts'
import type { Scope } from './scope.ts'

/** So many at once, refilled at so many a minute. */
export interface Limit {
  burst: number
  perMinute: number
}

/** Where a limit counts. `address` is the network's; `field` is a field of the input, e-mail above all, lower-cased. */
export interface LimitRule extends Limit {
  by: 'account' | 'address' | { field: string }
  /** The field whose value makes a repeat of what was let in before: a device that sends the same thing again takes nothing more. */
  onceBy?: string
  /** Counts only what is asked with this field: a search, where a list is not one. */
  onlyWith?: string
}

export interface Limiter {
  /** Throws `too-many` with `retryAfter` when any of the operation's limits is reached. */
  check(operation: Operation, asked: { scope: Scope; address: string; raw: unknown }): Promise<void>
}

const MAX_KEYS = 100_000
/** So often may the same thing be sent again without being counted. */
const REPEATS = 100

/**
 * Token buckets in this process: they hold whatever happens to Redis or Postgres (quality 4). `rules` go by operation name, `*` by default,
 * and in their order: what one refuses takes nothing from the next.
 */
export function createLimiter(clock: Clock, rules: Record<string, readonly LimitRule[]>): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const letIn = new Map<string, number>()

  function isRepeat(key: string): boolean {
    const times = letIn.get(key)
    if (times === undefined || times >= REPEATS) return false
    letIn.set(key, times + 1)
    return true
  }

  function take(key: string, limit: Limit): number {
    const now = clock.now().getTime()
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now }
    const perMs = limit.perMinute / 60_000
    bucket.tokens = Math.min(limit.burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs)
    bucket.at = now
    buckets.delete(key)
    buckets.set(key, bucket)
    if (buckets.size > MAX_KEYS) buckets.delete(buckets.keys().next().value as string)
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perMs / 1000)
    bucket.tokens -= 1
    return 0
  }

  return {
    async check(operation, { scope, address, raw }) {
      for (const rule of rules[operation.name] ?? rules['*'] ?? []) {
        if (rule.onlyWith && !(raw as Record<string, unknown>)[rule.onlyWith]) continue
        const key = `${operation.name}|${JSON.stringify([rule.by, rule.onlyWith])}|${keyOf(rule, scope, address, raw)}`
        const once = rule.onceBy && `${key}|${String((raw as Record<string, unknown>)[rule.onceBy]).slice(0, 64)}`
        if (once && isRepeat(once)) continue
        const wait = take(key, rule)
        if (once && wait === 0) {
          letIn.set(once, 0)
          if (letIn.size > MAX_KEYS) letIn.delete(letIn.keys().next().value as string)
        }
        if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait })
      }
    },
  }
}

/** One household: the whole of an IPv4 address, the first 64 bits of an IPv6 one, of which whoever has one has all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] as string
  if (!isIPv6(address)) return address
  const [before = '', after] = (address.split('%')[0] as string).toLowerCase().split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const start = groups(before)
  const end = groups(after ?? '')
  const all =
    after === undefined ? start : [...start, ...Array(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

function keyOf(rule: LimitRule, scope: Scope, address: string, raw: unknown): string {
  if (rule.by === 'address') return networkOf(address)
  if (rule.by === 'account') return scope.kind === 'account' ? scope.accountId : networkOf(address)
  const value = (raw as Record<string, unknown>)[rule.by.field]
  return (typeof value === 'string' ? value : '').trim().toLowerCase().slice(0, 254)
}
