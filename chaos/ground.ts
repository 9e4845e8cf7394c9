import { type ChildProcess, fork } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientPlan } from '../bench/load/dialect.ts'
import { makeTown } from '../bench/town.ts'
import { onEnd, removeAtEnd } from '../tools/lib/children.mjs'
import { freePort } from '../tools/lib/ports.mjs'
import { type Redis, startRedis } from '../tools/lib/redis.mjs'
import type { CrashPoint } from './crash.ts'
import { Database } from './database.ts'
import { Link } from './link.ts'
import type { Meddling } from './meddle.ts'

const password = 'chaos'
/** Servers whose clocks are an hour off, and one that is right. Milliseconds. */
const skews = [0, 3_600_000, -3_600_000]

/** One server process, with its own links to Postgres and Redis. */
export interface Node {
  name: string
  port: number
  child: ChildProcess | undefined
  toPostgres: Link
  toRedis: Link | undefined
  skewMs: number
}

/** What a run stands on: a durable Postgres, a Redis, some servers, and a link between any two that can be cut. */
export class Ground {
  readonly #directory = mkdtempSync(join(tmpdir(), 'weft-chaos-'))
  readonly nodes: Node[] = []
  readonly #store: Database
  #redis: Redis | undefined
  #appUrl = ''
  #redisUrl = ''
  #origin = ''
  #database = ''
  #plant: string | undefined
  #isStopping = false
  /** Told of each notice that leaves a server. */
  onPushed: (noticeId: string) => void = () => {}

  constructor() {
    // Postgres's own account walks through to its folder.
    chmodSync(this.#directory, 0o711)
    this.#store = new Database(this.#directory)
  }

  /** Starts the stores once; episodes follow. */
  async start(): Promise<void> {
    removeAtEnd(this.#directory)
    onEnd(() => this.stop())
    await this.#store.start()
    this.#redis = await startRedis({ directory: join(this.#directory, 'redis'), password })
  }

  /** A new town on a database of its own, and servers for it. */
  async beginEpisode(name: string, servers: number, plant: string | undefined): Promise<ClientPlan[]> {
    await this.endEpisode()
    this.#isStopping = false
    this.#plant = plant
    if (this.#database) await this.#store.sql('postgres', `drop database if exists ${this.#database} with (force)`)
    this.#database = name
    const town = await makeTown(this.ownerUrl, name, 5, 6)
    this.#appUrl = town.appUrl
    // Clients believe in one address; which server answers is the balancer's business.
    this.#origin = 'http://weft.example'
    for (let n = 0; n < servers; n += 1) this.nodes.push(await this.#makeNode(n))
    await Promise.all(this.nodes.map((node) => this.startNode(node)))
    return town.clients
  }

  async endEpisode(): Promise<void> {
    this.#isStopping = true
    for (const node of this.nodes.splice(0)) {
      await this.killNode(node)
      node.toPostgres.close()
      node.toRedis?.close()
    }
  }

  async stop(): Promise<void> {
    await this.endEpisode()
    await this.#redis?.stop()
    await this.#store.stop()
  }

  get ownerUrl(): string {
    return this.#store.url
  }

  get origin(): string {
    return this.#origin
  }

  get hasRedis(): boolean {
    return this.#redis !== undefined
  }

  /** As the superuser, past every fence, on the episode's database. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of whatever the checker asks
  sql(text: string, values: unknown[] = []): Promise<any[]> {
    return this.#store.sql(this.#database, text, values)
  }

  async #makeNode(n: number): Promise<Node> {
    const toPostgres = await new Link(() => this.#store.port).open()
    const toRedis = this.#redis && (await new Link(() => this.#redis?.port).open())
    if (this.#redis) this.#redisUrl = this.#redis.url
    return {
      name: `node-${n}`,
      port: await freePort(),
      child: undefined,
      toPostgres,
      toRedis,
      skewMs: skews[n % skews.length] as number,
    }
  }

  async startNode(node: Node): Promise<void> {
    if (this.#isStopping) return
    const database = new URL(this.#appUrl)
    database.port = String(node.toPostgres.port)
    const redis = node.toRedis && new URL(this.#redisUrl)
    if (redis && node.toRedis) redis.port = String(node.toRedis.port)
    const child = fork(join(import.meta.dirname, 'server.ts'), [], {
      env: {
        ...process.env,
        DATABASE_APP_URL: database.href,
        REDIS_URL: redis?.href ?? '',
        NODE_ENV: 'test',
        LOG_LEVEL: process.env.CHAOS_LOG ?? 'silent',
        PORT: String(node.port),
        HOST: '127.0.0.1',
        PUBLIC_URL: this.#origin,
        CLOCK_SKEW_MS: String(node.skewMs),
        ...(this.#plant ? { CHAOS_PLANT: this.#plant } : {}),
      },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    child.stdout?.resume()
    child.stderr?.on('data', (data) => process.stderr.write(data))
    node.child = child
    child.on('message', (said: { pushed?: string }) => said.pushed && this.onPushed(said.pushed))
    await new Promise<void>((resolve) => {
      child.once('message', () => resolve())
      child.once('exit', () => resolve())
    })
  }

  isUp(node: Node): boolean {
    return node.child !== undefined && node.child.exitCode === null && node.child.signalCode === null
  }

  async killNode(node: Node): Promise<void> {
    const child = node.child
    node.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGCONT')
      child.kill('SIGKILL')
    })
  }

  crashNode(node: Node, at: CrashPoint): void {
    if (this.isUp(node)) node.child?.send({ crashAt: at })
  }

  /** How the bells of this server ring from now on. */
  meddle(node: Node, how: Meddling): void {
    if (this.isUp(node)) node.child?.send({ meddle: how })
  }

  /** As a rolling deploy does: tell it to go, wait, start the new one. */
  async replaceNode(node: Node): Promise<void> {
    const child = node.child
    if (child && this.isUp(node)) {
      child.send({ stop: true })
      await Promise.race([
        new Promise((resolve) => child.once('exit', resolve)),
        new Promise((resolve) => setTimeout(resolve, 5_000)),
      ])
    }
    await this.killNode(node)
    await this.startNode(node)
  }

  crashPostgres(): Promise<void> {
    return this.#store.crash()
  }

  fillDisk(ms: number): Promise<void> {
    return this.#store.fillDisk(this.#database, ms)
  }

  async terminateBackends(): Promise<void> {
    await this.sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'weft_app'`)
  }

  /** As after a disaster: back to what a backup held `ms` ago. The servers start anew. Answers between when and when what was acknowledged may be lost. */
  async restoreTo(ms: number): Promise<{ from: number; until: number }> {
    const { at: from, restore } = await this.#store.backUp()
    await new Promise((resolve) => setTimeout(resolve, ms))
    await Promise.all(this.nodes.map((node) => this.killNode(node)))
    await restore()
    // What was acknowledged before the servers were killed has arrived by now.
    const until = performance.now()
    await Promise.all(this.nodes.map((node) => this.startNode(node)))
    return { from, until }
  }

  async restartRedis(): Promise<void> {
    const old = this.#redis
    if (!old) return
    old.kill()
    await old.exited
    this.#redis = await startRedis({ directory: join(this.#directory, 'redis'), password, port: old.port })
  }

  signalRedis(signal: NodeJS.Signals): void {
    if (this.#redis?.pid) process.kill(this.#redis.pid, signal)
  }

  get redisAddress(): string {
    return this.#redisUrl
  }
}
