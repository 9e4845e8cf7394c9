import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Gives back what V8 keeps in reserve after a rush as well, so that what is left is what is held. */
function collect(): void {
  const { gc } = globalThis as { gc?: (options: object) => void }
  gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** Tells the bench where a peer listens, and from then on what it uses. */
export function report(url: string): void {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  process.on('message', (ask) => {
    if (ask !== 'usage') return
    // First, for collecting garbage is not the load's.
    const { user, system } = process.cpuUsage()
    collect()
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({ value: { cpuMicros: user + system, rss, heap: heapUsed, loopP99: loop.percentile(99) / 1e6 } })
    loop.reset()
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ value: url })
}
