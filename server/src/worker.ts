import { buildApp } from './app.ts'
import { readConfig } from './platform/config.ts'
import { startOrSayWhy } from './platform/start.ts'
import { stopOnSignals } from './platform/stop.ts'

/** Runs jobs. Its app is built as the server's is, so that what a job publishes reaches sockets by the bell; it opens no port. */
await startOrSayWhy(async () => {
  const app = await buildApp(readConfig(process.env))
  await app.jobs.start()
  app.log.info({ mode: app.config.redisUrl ? 'redis' : 'postgres' }, 'The worker is running')
  stopOnSignals(app.log, () => app.close())
})
