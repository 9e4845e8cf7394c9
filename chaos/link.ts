import { createServer, type Server, Socket } from 'node:net'

export type Mode =
  /** Bytes pass. */
  | 'up'
  /** New connections are refused, open ones are reset. */
  | 'down'
  /** Connections stay and carry nothing, as behind a dead router. */
  | 'silent'
  /** What the client sends arrives, what the server answers does not. */
  | 'one-way'

/** One link that can be cut, hung, slowed and moved to another target, while both ends believe in the network. */
export class Link {
  readonly #server: Server
  readonly #pairs = new Set<[Socket, Socket]>()
  #mode: Mode = 'up'
  #target: () => number | undefined
  delayMs = 0
  port = 0

  /** `target` is asked at each new connection: the port to reach, or nothing when there is none. */
  constructor(target: () => number | undefined) {
    this.#target = target
    this.#server = createServer((near) => this.#connect(near))
  }

  async open(port = 0): Promise<Link> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve))
    this.port = (this.#server.address() as { port: number }).port
    return this
  }

  set mode(mode: Mode) {
    this.#mode = mode
    if (mode === 'down') this.reset()
  }

  /** Resets every open connection, as a router that restarts. */
  reset(): void {
    for (const [near, far] of this.#pairs) {
      near.resetAndDestroy()
      far.destroy()
    }
    this.#pairs.clear()
  }

  close(): void {
    this.reset()
    this.#server.close()
  }

  #connect(near: Socket): void {
    const port = this.#mode === 'down' ? undefined : this.#target()
    near.on('error', () => {})
    if (port === undefined) {
      near.resetAndDestroy()
      return
    }
    const far = new Socket()
    const pair: [Socket, Socket] = [near, far]
    this.#pairs.add(pair)
    const end = () => {
      this.#pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', end)
      socket.on('close', end)
    }
    far.connect(port, '127.0.0.1')
    near.on('data', (data) => this.#pass(data, far, 'there'))
    far.on('data', (data) => this.#pass(data, near, 'back'))
  }

  #pass(data: Buffer, to: Socket, way: 'there' | 'back'): void {
    if (this.#mode === 'silent' || (this.#mode === 'one-way' && way === 'back')) return
    if (this.delayMs === 0) to.write(data)
    else setTimeout(() => !to.destroyed && to.write(data), this.delayMs)
  }
}
