import type { Clock } from '../clock.ts'

type Waiting<In, Out> = { input: In; resolve: (out: Out) => void; reject: (error: unknown) => void }

/**
 * Turns many single questions into few big ones: what is asked within one tick, or while `atOnce` batches are already on their way, goes
 * together. An answer is never older than its question: nothing is cached and no question joins a batch that has left.
 */
export function createBatcher<In, Out>(options: {
  clock: Clock
  run: (inputs: In[]) => Promise<Out[]>
  max: number
  atOnce: number
}): (input: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = []
  let running = 0
  let scheduled = false

  const schedule = () => {
    if (scheduled || running >= options.atOnce || !waiting.length) return
    scheduled = true
    options.clock.after(0, () => {
      scheduled = false
      while (running < options.atOnce && waiting.length) void send(waiting.splice(0, options.max))
    })
  }

  const send = async (batch: Waiting<In, Out>[]) => {
    running++
    try {
      const outs = await options.run(batch.map((one) => one.input))
      for (const [index, one] of batch.entries()) one.resolve(outs[index] as Out)
    } catch (error) {
      for (const one of batch) one.reject(error)
    } finally {
      running--
      schedule()
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject })
      schedule()
    })
}
