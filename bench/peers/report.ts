import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Tells the bench where a peer listens, and from then on what it uses. */
export function report(url: string): void {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  process.on('message', (ask) => {
    if (ask !== 'usage') return
    ;(globalThis as { gc?: () => void }).gc?.()
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({ value: { cpuMicros: user + system, rss, heap: heapUsed, loopP99: loop.percentile(99) / 1e6 } })
    loop.reset()
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ value: url })
}
