import type { Channel, StoredEvent } from '@weft/channels/define'
import type { ChannelLog } from '@weft/channels/server'
import type { Operation } from '@weft/contract/operation.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import * as z from 'zod/v4/core'
import type { Clock } from './clock.ts'
import type { AsOptions, Db, Tx } from './db.ts'
import type { Before, Ctx, Disclosure, Door, Feature, Granted, Handler, Listener } from './feature.ts'
import { insideDoor } from './feature.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import type { AccountScope, Scope, SystemName } from './scope.ts'
import { createGatherer, type Gatherer } from './together.ts'

/** What the runner hands on once a transaction has committed. */
export interface Outlets {
  committed(events: StoredEvent[]): void
  wake(job: string): void
  /** Closes the sockets of ended sessions. */
  endSessions(sessionIds: string[]): void
}

/** Writes audit rows; the audit feature's, given at the start so that the platform knows no feature. */
export type WriteAudit = (tx: Tx, scope: Scope, now: Date, rows: Disclosure[]) => Promise<void>

export interface RunnerParts {
  db: Db
  clock: Clock
  log: Log
  channelLog: ChannelLog
  features: readonly Feature[]
  writeAudit: WriteAudit
  outlets: Outlets
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
  /** Asks a channel's permission; answers until when it holds. Throws `not-found` when access says no. */
  authorise(channel: Channel, scope: Scope, params: Record<string, string>): Promise<{ until?: Date }>
  /** Writes the audit row of what a channel gives to somebody who comes back to it. Throws `not-found` when access says no. */
  resumed(channel: Channel, scope: Scope, params: Record<string, string>): Promise<void>
  /** One transaction as an inner worker, with a ctx for commands. */
  act<T>(system: SystemName, work: (ctx: Ctx) => Promise<T>, requestId?: string): Promise<T>
}

const builtIn = ['public', 'self', 'staff']
/** Shorter than Postgres takes to look for a deadlock, so that of two transactions that wait for each other the gathered one gives way. */
const TOGETHER_LOCK_MS = 500

export function createRunner(parts: RunnerParts): Runner {
  const handlers = collectHandlers(parts.features)
  const guards = new Map(parts.features.flatMap((feature) => Object.entries(feature.permissions ?? {})))
  const listeners = parts.features.flatMap((feature) => feature.listeners ?? [])
  for (const handler of handlers.values()) refuseUndeclared(handler.operation, guards)

  type Work<T> = (ctx: Ctx, asked: Set<string>) => Promise<T>

  async function transact<T>(
    scope: Scope,
    action: Disclosure['action'],
    work: Work<T>,
    options: AsOptions & { door?: Door } = {},
  ): Promise<T> {
    const events: StoredEvent[] = []
    const after: (() => void)[] = []
    const asked = new Set<string>()
    const log = parts.log.child({ requestId: scope.requestId })
    try {
      const once = () =>
        parts.db.as(
          scope,
          (tx) => {
            events.length = 0
            after.length = 0
            return work(
              contextOf({ scope, tx, log, action, events, after, asked, door: options.door ?? insideDoor }),
              asked,
            )
          },
          options,
        )
      const result = await unlessDeadlocked(once)
      if (events.length > 0) parts.outlets.committed(events)
      for (const run of after) run()
      return result
    } catch (error) {
      if (error instanceof Refused) await recordDeny(scope, error)
      throw error
    }
  }

  interface Inside {
    scope: Scope
    tx: Tx
    log: Log
    action: Disclosure['action']
    events: StoredEvent[]
    after: (() => void)[]
    asked: Set<string>
    door: Door
  }

  function contextOf(inside: Inside): Ctx {
    const { scope, tx, log, events, after, asked } = inside
    const { now } = tx
    const ctx: Ctx = {
      scope,
      tx,
      now,
      log,
      door: inside.door,
      async require(permission, input) {
        const granted = await ask(ctx, permission, input)
        asked.add(permission)
        if (granted.disclosure) await ctx.disclose([{ ...granted.disclosure, action: inside.action }])
        return granted.thing
      },
      async publish(channel, params, event, data, about) {
        const stored = await parts.channelLog.append(
          { query: (sql, values) => tx.query(sql, values) },
          {
            topic: channel.topicOf(params),
            name: event,
            data,
            at: now.toISOString(),
            subjectId: about?.subjectId,
            actorId: scope.kind === 'account' ? scope.accountId : undefined,
          },
        )
        events.push(stored)
        return stored
      },
      async publishAll(publications) {
        const own = scope.kind === 'account' ? scope.accountId : undefined
        const stored = await parts.channelLog.appendMany(
          { query: (sql, values) => tx.query(sql, values) },
          publications.map((one) => ({ ...one, at: now.toISOString(), actorId: one.actorId ?? own })),
        )
        events.push(...stored)
        return stored
      },
      async announce(fact, data) {
        for (const listener of listeners.filter((one) => one.fact === fact && one.when === 'within'))
          await listener.run(ctx, data)
        const later = listeners.filter((one) => one.fact === fact && one.when === 'after')
        if (later.length > 0) after.push(() => runAfter(later, data, scope.requestId))
      },
      disclose: (rows) => (rows.length === 0 ? Promise.resolve() : parts.writeAudit(tx, scope, now, rows)),
      wake: (job) => void after.push(() => parts.outlets.wake(job)),
      endSessions: (sessionIds) => void after.push(() => parts.outlets.endSessions(sessionIds)),
      afterCommit: (work) => void after.push(work),
    }
    return ctx
  }

  function runAfter(later: Listener[], data: unknown, requestId: string): void {
    for (const listener of later) {
      runner
        .act('jobs', (ctx) => listener.run(ctx, data), requestId)
        .catch((error: unknown) => {
          parts.log.warn(
            { requestId, reason: (error as Error).name, job: listener.fact },
            'A listener did not finish; its job will',
          )
        })
    }
  }

  async function ask(ctx: Ctx, permission: string, input: Record<string, unknown>): Promise<Granted> {
    const guard = guards.get(permission)
    if (!guard) throw new Error(`No feature declares the permission ${permission}`)
    return guard(ctx, input)
  }

  async function recordDeny(scope: Scope, refused: Refused): Promise<void> {
    parts.log.info({ requestId: scope.requestId, code: 'not-found', reason: refused.reason }, 'Access said no')
    const about = refused.about
    if (!about || scope.kind !== 'account') return
    await parts.db.as({ kind: 'system', system: 'audit', requestId: scope.requestId }, (tx) =>
      parts.writeAudit(tx, scope, parts.clock.now(), [{ ...about, action: 'deny' }]),
    )
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
      const input = parseInput(operation, raw)
      needSession(operation, scope)
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
      return transact(scope, 'read', async (ctx) => ({ until: (await ask(ctx, channel.permission, params)).until }))
    },
    resumed(channel, scope, params) {
      return transact(scope, 'read', (ctx) => ctx.require(channel.permission, params))
    },
    act(system, work, requestId = `job-${system}`) {
      return transact({ kind: 'system', system, requestId }, 'write', work)
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

/** Access said no. Answered as `not-found`; the reason goes to the log and, where a person is concerned, the audit. */
export class Refused extends ProblemError {
  readonly about: Omit<Disclosure, 'action'> | undefined

  constructor(reason: string, about?: Omit<Disclosure, 'action' | 'reasonCode'>) {
    super('not-found', {}, reason)
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
