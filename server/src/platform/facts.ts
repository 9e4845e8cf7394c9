import type { Tx } from './db.ts'
import type { Ctx, Facts, Feature, Listener } from './feature.ts'

/** The job that tells `after` listeners what happened. */
export const TELL_FACTS = 'facts.tell'

/** One listener that is to be told of one fact, once that is committed. */
export interface UntoldFact {
  fact: string
  listener: string
  data: unknown
}

/**
 * Who hears of which fact. To hear of one, a feature adds to the `listeners` of its `feature.ts`
 *
 *     listen('message.sent', 'after', async (ctx, { messageId }) => { … })
 *
 * and nothing else: `ctx.announce` writes a row for it in the announcing transaction, and the job `facts.tell` runs it in a transaction of
 * its own, as the inner worker `jobs`, usually within milliseconds. The row goes in that same transaction, so what the listener writes,
 * publishes and wakes happens exactly once, whatever is killed or forgotten meanwhile; only what it does outside the database may be
 * repeated. One that throws is tried again, later and later, for ever; the rest go on. Facts may be told out of order, and late: a
 * fact carries ids, and its listener reads how things stand now.
 *
 * In a test nothing runs by itself: `await world.app.jobs.run(TELL_FACTS)`.
 */
export interface Hearers {
  /** Tells the `within` listeners now and answers whom to tell later. */
  tell<K extends keyof Facts & string>(ctx: Ctx, fact: K, data: Facts[K]): Promise<UntoldFact[]>
  /** The `after` listeners by the name under which their rows stand. */
  readonly after: ReadonlyMap<string, Listener>
}

/** A feature has at most one `after` listener of a fact: rows name it by the two, so that a deploy in between finds it again. */
export function collectHearers(features: readonly Feature[]): Hearers {
  const within = features.flatMap((feature) => feature.listeners ?? []).filter((one) => one.when === 'within')
  const after = new Map<string, Listener>()
  for (const { name, listeners = [] } of features) {
    for (const listener of listeners.filter((one) => one.when === 'after')) {
      const key = `${name} ${listener.fact}`
      if (after.has(key)) throw new Error(`${name} listens twice to ${listener.fact}, after the commit`)
      after.set(key, listener)
    }
  }
  return {
    after,
    async tell(ctx, fact, data) {
      for (const listener of within) if (listener.fact === fact) await listener.run(ctx, data)
      return [...after].filter(([, one]) => one.fact === fact).map(([listener]) => ({ fact, listener, data }))
    },
  }
}

/** Writes what is still to be told, in one statement, in the transaction that made it true. */
export async function keepUntold(tx: Tx, requestId: string, untold: readonly UntoldFact[]): Promise<void> {
  await tx.query(
    `insert into untold_fact (fact, listener, data, request_id, announced_at, due_at)
     select r.fact, r.listener, coalesce(r.data, '{}'), $2, $3, $3 from jsonb_to_recordset($1::jsonb) as r (fact text, listener text, data jsonb)`,
    [JSON.stringify(untold), requestId, tx.now],
  )
}
