import { WebSocket } from 'ws'
import { type ClientPlan, weft } from '../bench/load/dialect.ts'

/** Members who joined and never read: their sockets fill up, and nobody else may feel it. */
export class SlowReaders {
  readonly #sockets: WebSocket[] = []
  readonly #ports: () => number[]
  readonly #plans: ClientPlan[]
  readonly #origin: string

  constructor(plans: ClientPlan[], ports: () => number[], origin: string) {
    this.#plans = plans
    this.#ports = ports
    this.#origin = origin
  }

  async open(count: number): Promise<void> {
    const ports = this.#ports()
    for (let n = 0; n < count && ports.length > 0; n += 1) {
      const plan = this.#plans[n % this.#plans.length] as ClientPlan
      const socket = new WebSocket(`ws://127.0.0.1:${ports[n % ports.length]}${weft.path}`, {
        headers: weft.headers(plan, this.#origin),
      })
      socket.on('error', () => {})
      socket.on('open', () => {
        for (const frame of weft.hello(plan)) socket.send(frame)
        setTimeout(() => socket.pause(), 300)
      })
      this.#sockets.push(socket)
    }
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.terminate()
  }
}
