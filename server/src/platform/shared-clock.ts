import type { Clock } from './clock.ts'
import type { Db } from './db.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'

const ASK_EVERY_MS = 30_000
/** An answer that took longer says too little about when it was given. */
const SLOWEST_MS = 1_000
/** Below this it is the asking, and not the clocks, that differs. */
const SMALL_MS = 50

export interface SharedClock extends Clock {
  /** Asks the database now, and from then on once in a while. */
  start(db: Db, log: Log): Promise<void>
  stop(): void
}

/**
 * The machine's clock, put right by the database's, so that all nodes of a deployment have one time however wrong their own is. What ends
 * at an instant (a membership, a session, a share) ends everywhere within a fraction of a second; nothing is ordered by it all the same.
 */
export function createSharedClock(machine: Clock): SharedClock {
  let offsetMs = 0
  let timer: NodeJS.Timeout | undefined

  async function ask(db: Db, log: Log): Promise<void> {
    try {
      const before = machine.now().getTime()
      const { rows } = await db.as({ kind: 'nobody', requestId: 'clock' }, (tx) =>
        tx.query('select clock_timestamp() as at'),
      )
      const tookMs = machine.now().getTime() - before
      const measuredMs = (rows[0].at as Date).getTime() - (before + tookMs / 2)
      if (tookMs > SLOWEST_MS || Math.abs(measuredMs - offsetMs) < SMALL_MS + tookMs) return
      offsetMs = Math.round(measuredMs)
      log.warn({ ms: offsetMs }, 'This machine’s clock differs from the database’s, which is gone by')
    } catch (error) {
      log.debug({ error: errorFields(error) }, 'The database did not say what time it is')
    }
  }

  return {
    now: () => new Date(machine.now().getTime() + offsetMs),
    async start(db, log) {
      await ask(db, log)
      timer = setInterval(() => void ask(db, log), ASK_EVERY_MS)
      timer.unref()
    },
    stop: () => clearInterval(timer),
  }
}
