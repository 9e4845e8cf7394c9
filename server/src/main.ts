import { buildApp, UnsafeSettingsError } from './app.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import { stopOnSignals } from './platform/stop.ts'

/** Listens: HTTP, sockets and both apps. Jobs run in worker.ts. */
try {
  const app = await buildApp(readConfig(process.env))
  const address = await app.listen()
  app.log.info(
    { port: Number(new URL(address).port), mode: app.config.redisUrl ? 'redis' : 'postgres' },
    'Weft is listening',
  )
  stopOnSignals(app.log, () => app.close({ drainMs: 3_000 }))
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof UnsafeSettingsError)) throw error
  console.error(error.message)
  process.exit(78)
}
