import type { Db } from '../server/src/platform/db.ts'

/** Where in a send a server dies. After the commit come the answer, the local sockets and the bell, in one tick: dying before any of them is dying then. */
export type CrashPoint = 'before-commit' | 'after-commit' | 'before-bell'

/** Kills this process with no last words at the next transaction that publishes, once armed. */
export function crashAt(): { arm(point: CrashPoint): void; db(db: Db): Db } {
  let armed: CrashPoint | undefined
  const die = () => process.kill(process.pid, 'SIGKILL')
  return {
    arm(point) {
      armed = point
    },
    db: (db) => ({
      ...db,
      async as(scope, work, options) {
        let publishes = false
        const result = await db.as(
          scope,
          async (tx) => {
            const watched = {
              ...tx,
              query: (text: string, values?: unknown[], name?: string) => {
                if (/topic_append|insert into message|own_change/.test(text)) publishes = true
                return tx.query(text, values, name)
              },
            }
            const value = await work(watched)
            if (publishes && armed === 'before-commit') die()
            return value
          },
          options,
        )
        if (publishes && armed === 'after-commit') die()
        // The answer and the local sockets go out in this tick; the bell at the end of it.
        if (publishes && armed === 'before-bell') queueMicrotask(() => process.nextTick(die))
        return result
      },
    }),
  }
}
