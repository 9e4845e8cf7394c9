import type { Channel } from '@weft/channels/define'
import type { Operation } from '@weft/contract/operation.ts'
import { type ProblemCode, ProblemError, type ProblemExtras } from '@weft/contract/problem.ts'
import * as z from 'zod/v4/core'
import type { Clock } from './clock.ts'
import type { ContextParts, Gathered } from './context.ts'
import { createContexts } from './context.ts'
import type { AsOptions, Db } from './db.ts'
import { keepUntold } from './facts.ts'
import type { Before, Ctx, Disclosure, Door, Feature, Granted, Handler } from './feature.ts'
import { insideDoor } from './feature.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import { plainIssues } from './plain-issues.ts'
import type { AccountScope, Scope, SystemName } from './scope.ts'
import { createGatherer, type Gatherer } from './together.ts'

export interface RunnerParts extends ContextParts {
  db: Db
  clock: Clock
  log: Log
}

/** The one house behind the three doors: parse, one transaction, access, command, audit, commit, then deliver. */
export interface Runner {
  handlers: ReadonlyMap<string, Handler>
  /** Runs an operation for whoever asks. `raw` is untrusted. */
  run(operation: Operation, scope: Scope, raw: unknown, door?: Door): Promise<unknown>
  /** Runs a channel's snapshot and reads its topic's place in the same REPEATABLE READ transaction. */
  snapshot(
    channel: Channel,
    scope: Scope,
    params: Record<string, string>,
    topic: string,
  ): Promise<{ state: unknown; epoch: string; seq: number }>
  /**
   * Asks a channel's permission; answers until when it holds, as whom the asker is known there, and the audit row of what is read by it, not
   * written yet. Throws `not-found` when access says no.
   */
  authorise(channel: Channel, scope: Scope, params: Record<string, string>): Promise<Authorised>
  /** Writes the audit rows of what is about to be given to many (`by`), in one transaction. */
  disclose(rows: Disclosure[]): Promise<void>
  /** One transaction as an inner worker, with a ctx for commands. */
  act<T>(system: SystemName, work: (ctx: Ctx) => Promise<T>, requestId?: string): Promise<T>
  /** When every refusal that was answered is in the audit as well. */
  settled(): Promise<void>
}

export interface Authorised extends Pick<Granted, 'until' | 'name'> {
  disclosure?: Disclosure
}

const builtIn = ['public', 'self', 'staff']
/** Shorter than Postgres takes to look for a deadlock, so that of two transactions that wait for each other the gathered one gives way. */
const TOGETHER_LOCK_MS = 500

export function createRunner(parts: RunnerParts): Runner {
  plainIssues()
  const handlers = collectHandlers(parts.features)
  const guards = new Map(parts.features.flatMap((feature) => Object.entries(feature.permissions ?? {})))
  const contexts = createContexts(parts, guards)
  for (const handler of handlers.values()) refuseUndeclared(handler.operation, guards)

  type Work<T> = (ctx: Ctx, asked: Set<string>) => Promise<T>

  async function transact<T>(
    scope: Scope,
    action: Disclosure['action'],
    work: Work<T>,
    options: AsOptions & { door?: Door } = {},
  ): Promise<T> {
    const door = options.door ?? insideDoor
    const log = parts.log.child({ requestId: scope.requestId })
    try {
      const once = () =>
        parts.db.as(
          scope,
          async (tx) => {
            const gathered: Gathered = { events: [], untold: [], after: [], asked: new Set() }
            const value = await work(contexts.make({ scope, tx, log, action, door, gathered }), gathered.asked)
            if (gathered.untold.length > 0) await keepUntold(tx, scope.requestId, gathered.untold)
            return [value, gathered] as const
          },
          options,
        )
      const [result, { events, after }] = await unlessDeadlocked(once)
      if (events.length > 0) parts.outlets.committed(events)
      for (const run of after) run()
      return result
    } catch (error) {
      if (error instanceof Refused) recordDeny(scope, error)
      throw error
    }
  }

  const refusals = new Set<Promise<void>>()

  /** Nobody waits for the row: the time of an answer must not tell what is there and unseen from what is not. */
  function recordDeny(scope: Scope, refused: Refused): void {
    parts.log.info({ requestId: scope.requestId, code: refused.code, reason: refused.reason }, 'Access said no')
    const about = refused.about
    if (!about || scope.kind !== 'account') return
    const writing = parts.db
      .as({ kind: 'system', system: 'audit', requestId: scope.requestId }, (tx) =>
        parts.writeAudit(tx, scope, tx.now, [{ ...about, action: 'deny' }]),
      )
      .catch((error) =>
        parts.log.error({ requestId: scope.requestId, error: errorFields(error) }, 'A refusal is not in the audit'),
      )
      .finally(() => refusals.delete(writing))
    refusals.add(writing)
  }

  async function runAlone(handler: Handler, scope: Scope, input: unknown, door?: Door): Promise<unknown> {
    const { operation } = handler
    const action = handler.action ?? (operation.method === 'GET' ? 'read' : 'write')
    const act: Before['act'] = (system, work) =>
      transact({ kind: 'system', system, requestId: scope.requestId }, 'write', work, { door })
    const prepared = await handler.before?.({ scope, door: door ?? insideDoor, act }, input as never)
    return transact(
      scope,
      action,
      async (ctx, asked) => {
        const answer = await handler.run(ctx, input as never, prepared)
        if (!builtIn.includes(operation.permission) && !asked.has(operation.permission)) {
          throw new Error(`${operation.name} declares ${operation.permission} and never asked it`)
        }
        return answer
      },
      { door },
    )
  }

  const gatherers = new Map<string, Gatherer>()
  for (const { operation, together } of handlers.values()) {
    if (!together) continue
    const run: Gatherer['run'] = (calls) =>
      transact(
        { kind: 'system', system: 'batch', requestId: `batch-${operation.name}` },
        'write',
        (ctx) => together.run(ctx, calls),
        { lockTimeoutMs: TOGETHER_LOCK_MS },
      )
    const onFailed = (error: unknown) =>
      parts.log.warn({ operation: operation.name, error: errorFields(error) }, 'Calls that ran together go on alone')
    gatherers.set(operation.name, createGatherer(run, together.key, onFailed))
  }

  const runner: Runner = {
    handlers,
    async run(operation, scope, raw, door) {
      const handler = handlers.get(operation.name)
      if (!handler) throw new Error(`No feature handles ${operation.name}`)
      needSession(operation, scope)
      const input = parseInput(operation, raw)
      const gatherer = gatherers.get(operation.name)
      if (gatherer && scope.kind === 'account') {
        const alone = () => runAlone(handler, scope, input, door)
        return z.parse(operation.output, await gatherer.call({ scope, input: input as never, alone }))
      }
      return z.parse(operation.output, await runAlone(handler, scope, input, door))
    },
    snapshot(channel, scope, params, topic) {
      const handler = handlers.get(channel.snapshot.name)
      if (!handler) throw new Error(`No feature handles ${channel.snapshot.name}`)
      const input = parseInput(handler.operation, params)
      return transact(
        scope,
        'read',
        async (ctx) => {
          const state = z.parse(handler.operation.output, await handler.run(ctx, input as never, undefined))
          const head = await parts.channelLog.head({ query: (sql, values) => ctx.tx.query(sql, values) }, topic)
          return { state, ...head }
        },
        { isolation: 'repeatable read' },
      )
    },
    authorise(channel, scope, params) {
      return transact(scope, 'read', async (ctx) => {
        const { until, name, disclosure } = await contexts.ask(ctx, channel.permission, params)
        return { until, name, ...(disclosure && { disclosure: { ...disclosure, action: 'read' as const } }) }
      })
    },
    async disclose(rows) {
      if (rows.length === 0) return
      const scope = { kind: 'system', system: 'audit', requestId: 'channels-resumed' } as const
      await parts.db.as(scope, (tx) => parts.writeAudit(tx, scope, tx.now, rows))
    },
    act(system, work, requestId = `job-${system}`) {
      return transact({ kind: 'system', system, requestId }, 'write', work)
    },
    async settled() {
      await Promise.all(refusals)
    },
  }
  return runner
}

const DEADLOCK_DETECTED = '40P01'

/** Of transactions that wait for each other Postgres ends one; nothing of it was done, so it is done again. */
async function unlessDeadlocked<T>(once: () => Promise<T>, triesLeft = 3): Promise<T> {
  try {
    return await once()
  } catch (error) {
    if ((error as { code?: unknown }).code !== DEADLOCK_DETECTED || triesLeft === 0) throw error
    return unlessDeadlocked(once, triesLeft - 1)
  }
}

/**
 * Access said no. Answered as `not-found`; the reason goes to the log and, where a person is concerned, the audit. `told`: another answer, to
 * whoever may know that the thing is there.
 */
export class Refused extends ProblemError {
  readonly about: Omit<Disclosure, 'action'> | undefined

  constructor(
    reason: string,
    about?: Omit<Disclosure, 'action' | 'reasonCode'>,
    told: { code: ProblemCode; extras?: ProblemExtras } = { code: 'not-found' },
  ) {
    super(told.code, told.extras, reason)
    this.about = about && { ...about, reasonCode: reason }
  }
}

function collectHandlers(features: readonly Feature[]): Map<string, Handler> {
  const handlers = new Map<string, Handler>()
  for (const handler of features.flatMap((feature) => feature.operations ?? [])) {
    if (handlers.has(handler.operation.name)) throw new Error(`${handler.operation.name} is handled twice`)
    handlers.set(handler.operation.name, handler as Handler)
  }
  return handlers
}

function refuseUndeclared(operation: Operation, guards: ReadonlyMap<string, unknown>): void {
  if (!builtIn.includes(operation.permission) && !guards.has(operation.permission)) {
    throw new Error(`${operation.name} needs ${operation.permission}, which no feature declares`)
  }
}

function needSession(operation: Operation, scope: Scope): asserts scope is AccountScope {
  if (operation.permission === 'public') return
  if (scope.kind !== 'account') throw new ProblemError('not-signed-in')
  if (operation.permission === 'staff' && scope.app !== 'staff') throw new Refused('no_relation')
}

/** Unknown keys and wrong kinds are `malformed`; values out of their range are `not-acceptable`. Never quotes a value. */
export function parseInput(operation: Operation, raw: unknown): unknown {
  const parsed = z.safeParse(operation.input, raw)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
  const shape = issues.some(
    (issue) => issue.code === 'unrecognized_keys' || issue.code === 'invalid_type' || issue.code === 'invalid_union',
  )
  const fields = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: key.slice(0, 60), message: 'not a field we know' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  )
  throw new ProblemError(shape ? 'malformed' : 'not-acceptable', { fields: fields.slice(0, 20) })
}
