import { buildApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/platform/config.ts'
import { report } from './report.ts'

// Weft whole: session, membership, numbering, idempotency, audit, row-level security, durable Postgres. Only the limits that keep
// one account from flooding are lifted, since each client of the load is a flood.

const app = await buildApp(
  readConfig({
    DATABASE_APP_URL: process.env.DATABASE_APP_URL,
    REDIS_URL: process.env.REDIS_URL,
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: process.env.PORT,
    PUBLIC_URL: `http://127.0.0.1:${process.env.PORT}`,
  }),
  {
    channelLimits: {
      eventsPerSecond: 100_000,
      eventsBurst: 100_000,
      handshakesPerMinute: 100_000,
      handshakesBurst: 100_000,
    },
    operationLimits: {},
  },
)
report(await app.listen())
