import { buildApp } from '../server/src/app.ts'
import { systemClock } from '../server/src/platform/clock.ts'
import { readConfig } from '../server/src/platform/config.ts'
import { type CrashPoint, crashAt } from './crash.ts'
import { type Meddling, meddling } from './meddle.ts'
import { PUSH_KEY } from './own/reminders.ts'
import { plants } from './plants.ts'

// One server of the run: the product as it is, or with one planted bug, and told by its parent when to die.

const skewMs = Number(process.env.CLOCK_SKEW_MS ?? 0)
const machineClock = { now: () => new Date(systemClock.now().getTime() + skewMs) }
const planted = process.env.CHAOS_PLANT ? plants[process.env.CHAOS_PLANT] : undefined
const crash = crashAt()
const meddle = meddling()

const app = await buildApp(readConfig(process.env), {
  machineClock,
  plant: {
    ...planted,
    db: (db) => crash.db(planted?.db?.(db) ?? db),
    bell: (bell) => meddle.bell(planted?.bell?.(bell) ?? bell),
  },
  channelLimits: {
    eventsPerSecond: 1_000,
    eventsBurst: 1_000,
    handshakesPerMinute: 10_000,
    handshakesBurst: 10_000,
    unreadMs: 2_000,
  },
  operationLimits: {},
  // Every push arrives, and the run is told which notice it was.
  push: {
    publicKey: async () => PUSH_KEY,
    async send(_to, { id }) {
      process.send?.({ pushed: id })
      return 'taken'
    },
  },
})
await app.listen()
await app.jobs.start()

process.on('message', (message: { crashAt?: CrashPoint; meddle?: Meddling; stop?: true }) => {
  if (message.crashAt) crash.arm(message.crashAt)
  if (message.meddle) meddle.set(message.meddle)
  if (message.stop) app.close({ drainMs: 500 }).then(() => process.exit(0))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')
