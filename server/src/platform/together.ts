import type { Operation } from '@weft/contract/operation.ts'
import type { Together, TogetherCall } from './feature.ts'

interface Call extends TogetherCall {
  /** The same call by itself, in a transaction of its own. */
  alone(): Promise<unknown>
}

/** Group commit: calls that arrive in one tick share a transaction, and several transactions are under way at once (architecture 8). */
export interface Gatherer {
  call(call: Call): Promise<unknown>
  run(calls: readonly TogetherCall[]): Promise<unknown[]>
}

interface Waiting extends Call {
  key: string
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** With one under way the next gathers for as long as a commit takes, and everything stalls in step; more than a few gain nothing. */
const IN_FLIGHT_MAX = 3
const CALLS_MAX = 100

/** `onFailed` hears why a transaction of many failed; its calls have gone on alone by then. */
export function createGatherer(
  run: Gatherer['run'],
  key: Together<Operation>['key'],
  onFailed: (error: unknown) => void,
): Gatherer {
  let waiting: Waiting[] = []
  let inFlight = 0
  let isScheduled = false
  const busy = new Set<string>()

  function schedule(): void {
    if (isScheduled || inFlight >= IN_FLIGHT_MAX) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      const calls = take()
      if (calls.length > 0) void settle(calls)
    })
  }

  /** The oldest calls whose key is free; a key's calls stay in order. */
  function take(): Waiting[] {
    const taken: Waiting[] = []
    const left: Waiting[] = []
    for (const call of waiting) (taken.length < CALLS_MAX && !busy.has(call.key) ? taken : left).push(call)
    waiting = left
    for (const call of taken) busy.add(call.key)
    return taken
  }

  async function settle(calls: Waiting[]): Promise<void> {
    inFlight += 1
    const answers = await run(calls).catch((error: unknown) => {
      onFailed(error)
      return []
    })
    const alone: Waiting[] = []
    for (const [place, call] of calls.entries()) {
      if (answers[place] === undefined) alone.push(call)
      else call.resolve(answers[place])
    }
    inFlight -= 1
    const stillBusy = new Set(alone.map((call) => call.key))
    for (const { key } of calls) if (!stillBusy.has(key)) busy.delete(key)
    if (waiting.length > 0) schedule()
    await Promise.all([...Map.groupBy(alone, (call) => call.key)].map(([freed, group]) => oneByOne(freed, group)))
  }

  async function oneByOne(freed: string, calls: Waiting[]): Promise<void> {
    for (const call of calls) await call.alone().then(call.resolve, call.reject)
    busy.delete(freed)
    if (waiting.length > 0) schedule()
  }

  return {
    run,
    call: (call) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...call, key: key(call.input as never), resolve, reject })
        schedule()
      }),
  }
}
