import { buildApp } from './app.ts'
import { readConfig } from './platform/config.ts'
import { startOrSayWhy } from './platform/start.ts'
import { stopOnSignals } from './platform/stop.ts'

/** Listens: HTTP, sockets and both apps. Jobs run in worker.ts. */
await startOrSayWhy(async () => {
  const app = await buildApp(readConfig(process.env))
  const address = await app.listen()
  app.log.info(
    { port: Number(new URL(address).port), mode: app.config.redisUrl ? 'redis' : 'postgres' },
    'Weft is listening',
  )
  stopOnSignals(app.log, () => app.close({ drainMs: 3_000 }))
})
