import type { StoredEvent } from '@weft/channels/define'
import type { ChannelLog } from '@weft/channels/server'
import type { Tx } from './db.ts'
import { collectHearers, TELL_FACTS, type UntoldFact } from './facts.ts'
import type { Ctx, Disclosure, Door, Feature, Granted, Guard } from './feature.ts'
import type { Log } from './log.ts'
import type { Scope } from './scope.ts'

/** What the runner hands on once a transaction has committed. */
export interface Outlets {
  committed(events: StoredEvent[]): void
  wake(job: string): void
  /** Closes the sockets of ended sessions. */
  endSessions(sessionIds: string[]): void
}

/** Writes audit rows; the audit feature's, given at the start so that the platform knows no feature. */
export type WriteAudit = (tx: Tx, scope: Scope, now: Date, rows: Disclosure[]) => Promise<void>

export interface ContextParts {
  channelLog: ChannelLog
  features: readonly Feature[]
  writeAudit: WriteAudit
  outlets: Outlets
}

/** What a transaction gathers on its way: handed on once it has committed, forgotten when it has not. */
export interface Gathered {
  events: StoredEvent[]
  untold: UntoldFact[]
  after: (() => void)[]
  /** The permissions that were asked, and granted. */
  asked: Set<string>
}

/** Of one transaction. */
export interface Inside {
  scope: Scope
  tx: Tx
  log: Log
  action: Disclosure['action']
  door: Door
  gathered: Gathered
}

export interface Contexts {
  /** The `ctx` of one transaction. */
  make(inside: Inside): Ctx
  /** Asks a permission's guard, and writes no audit. */
  ask(ctx: Ctx, permission: string, input: Record<string, unknown>): Promise<Granted>
}

/** What commands are given, whichever door they were called through. */
export function createContexts(parts: ContextParts, guards: ReadonlyMap<string, Guard>): Contexts {
  const hearers = collectHearers(parts.features)

  async function ask(ctx: Ctx, permission: string, input: Record<string, unknown>): Promise<Granted> {
    const guard = guards.get(permission)
    if (!guard) throw new Error(`No feature declares the permission ${permission}`)
    return guard(ctx, input)
  }

  function make({ scope, tx, log, action, door, gathered }: Inside): Ctx {
    const { now } = tx
    const { events, untold, after, asked } = gathered
    const executor = { query: (sql: string, values: unknown[]) => tx.query(sql, values) }
    const own = scope.kind === 'account' ? scope.accountId : undefined
    const ctx: Ctx = {
      scope,
      tx,
      now,
      log,
      door,
      async require(permission, input) {
        const granted = await ask(ctx, permission, input)
        asked.add(permission)
        if (granted.disclosure) await ctx.disclose([{ ...granted.disclosure, action }])
        return granted.thing
      },
      async publish(channel, params, event, data, about) {
        const stored = await parts.channelLog.append(executor, {
          topic: channel.topicOf(params),
          name: event,
          data,
          at: now.toISOString(),
          subjectId: about?.subjectId,
          actorId: own,
        })
        events.push(stored)
        return stored
      },
      async publishAll(publications) {
        const stored = await parts.channelLog.appendMany(
          executor,
          publications.map((one) => ({ ...one, at: now.toISOString(), actorId: one.actorId ?? own })),
        )
        events.push(...stored)
        return stored
      },
      async announce(fact, data) {
        const later = await hearers.tell(ctx, fact, data)
        if (later.length > 0 && untold.length === 0) ctx.wake(TELL_FACTS)
        untold.push(...later)
      },
      disclose: (rows) => (rows.length === 0 ? Promise.resolve() : parts.writeAudit(tx, scope, now, rows)),
      wake: (job) => void after.push(() => parts.outlets.wake(job)),
      endSessions: (sessionIds) => void after.push(() => parts.outlets.endSessions(sessionIds)),
      afterCommit: (work) => void after.push(work),
    }
    return ctx
  }

  return { make, ask }
}
