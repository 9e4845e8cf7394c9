import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ConnectOrder, Order, RunOrder } from './generator.ts'
import type { Figures } from './tally.ts'

/** What a server under load says of itself. */
export interface Usage {
  /** Microseconds of CPU since its start. */
  cpuMicros: number
  /** Bytes, after a garbage collection. */
  rss: number
  heap: number
  /** Milliseconds; 99th percentile of the event loop's delay since last asked. */
  loopP99: number
}

interface Answer {
  value?: unknown
  error?: string
}

class Process {
  protected readonly child: ChildProcess

  constructor(script: string, env: Record<string, string>) {
    this.child = fork(join(import.meta.dirname, '..', script), [], {
      env: { ...process.env, ...env },
      execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.child.stdout?.resume()
    this.child.stderr?.on('data', (data) => process.stderr.write(data))
  }

  protected next<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null) => reject(new Error(`A process of the bench ended with ${code}`))
      this.child.once('exit', onExit)
      this.child.once('message', (answer: Answer) => {
        this.child.off('exit', onExit)
        if (answer.error) reject(new Error(answer.error))
        else resolve(answer.value as T)
      })
    })
  }

  /** Ends it as a crash would. */
  kill(): Promise<void> {
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve())
      this.child.kill('SIGKILL')
    })
  }
}

export class Peer extends Process {
  url = ''

  static async start(script: string, env: Record<string, string>): Promise<Peer> {
    const peer = new Peer(script, env)
    peer.url = await peer.next<string>()
    return peer
  }

  async usage(): Promise<Usage> {
    this.child.send('usage')
    return this.next()
  }
}

export class Load extends Process {
  static async start(): Promise<Load> {
    const load = new Load('load/generator.ts', {})
    await load.next()
    return load
  }

  async #obey<T>(order: Order): Promise<T> {
    this.child.send(order)
    return this.next()
  }

  connect(order: Omit<ConnectOrder, 'do'>): Promise<{ connected: number; ms: number; retries: number }> {
    return this.#obey({ do: 'connect', ...order })
  }

  run(order: Omit<RunOrder, 'do'>): Promise<Figures & { generatorLagMs: number }> {
    return this.#obey({ do: 'run', ...order })
  }

  cursors(): Promise<{ clients: ConnectOrder['clients'] }> {
    return this.#obey({ do: 'cursors' })
  }

  close(): Promise<object> {
    return this.#obey({ do: 'close' })
  }
}
