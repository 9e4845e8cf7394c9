import type { Log } from './log.ts'
import { errorFields } from './log.ts'

/** Ends the process in good order once, on Ctrl-C, SIGTERM or SIGHUP, or with exit code 1 when something was not caught. */
export function stopOnSignals(log: Log, close: () => Promise<void>): void {
  let isStopping = false
  const stop = (code: number) => {
    if (isStopping) return
    isStopping = true
    // Whatever hangs is cut off; an orchestrator would send SIGKILL next.
    setTimeout(() => process.exit(1), 15_000).unref()
    close().then(
      () => process.exit(code),
      (error) => {
        log.error({ error: errorFields(error) }, 'Stopping did not go well')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  process.on('uncaughtException', (error) => {
    log.error({ error: errorFields(error) }, 'An error was not caught')
    stop(1)
  })
  process.on('unhandledRejection', (error) => {
    log.error({ error: errorFields(error) }, 'A rejection was not handled')
    stop(1)
  })
}
