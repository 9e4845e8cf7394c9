import { spawnSync } from 'node:child_process'
import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { removeAtEnd } from '../tools/lib/children.mjs'
import { type Postgres, startPostgres } from '../tools/lib/postgres.mjs'
import { Disk } from './disk.ts'

const password = 'chaos'
/** Little of everything, so that the disk is small and a copy of it quick. The command finds no archive: what is in pg_wal is all there is. */
const settings = {
  max_connections: 120,
  max_wal_size: '64MB',
  min_wal_size: '32MB',
  wal_keep_size: '64MB',
  restore_command: 'false',
}
const DISK_MEGABYTES = 512

/** The run's Postgres: durable, on a disk of its own, and made to suffer. */
export class Database {
  readonly #directory: string
  #postgres: Postgres | undefined
  #disk: Disk | undefined
  #hasEnded = false

  constructor(directory: string) {
    this.#directory = directory
  }

  async start(): Promise<void> {
    const disk = Disk.mount(join(this.#directory, 'pg'), DISK_MEGABYTES)
    await this.#launch()
    // Where its account cannot reach that place, Postgres keeps its files elsewhere.
    if (disk && this.#home.startsWith(disk.directory)) this.#disk = disk
    else disk?.unmount()
  }

  get #home(): string {
    return (this.#postgres as Postgres).home
  }

  async #launch(): Promise<void> {
    const port = this.#postgres?.port
    this.#hasEnded = false
    const started = await startPostgres({
      directory: join(this.#directory, 'pg', 'home'),
      password,
      settings,
      ...(port && { port }),
    })
    void started.exited.then(() => {
      if (this.#postgres === started) this.#hasEnded = true
    })
    this.#postgres = started
  }

  async stop(): Promise<void> {
    await this.#postgres?.stop()
    this.#disk?.unmount()
    this.#disk = undefined
  }

  get port(): number | undefined {
    return this.#postgres?.port
  }

  get url(): string {
    return (this.#postgres as Postgres).url
  }

  /** As the superuser, past every fence. */
  // biome-ignore lint/suspicious/noExplicitAny: rows of whatever is asked
  async sql(database: string, text: string, values: unknown[] = []): Promise<any[]> {
    return this.#as(database, async (client) => (await client.query(text, values)).rows)
  }

  async #as<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const url = new URL(this.url)
    url.pathname = `/${database}`
    const client = new pg.Client({ connectionString: url.href })
    client.on('error', () => {})
    await client.connect()
    try {
      return await work(client)
    } finally {
      await client.end().catch(() => {})
    }
  }

  /** The power goes: nothing is flushed, nobody is told. */
  async crash(): Promise<void> {
    await this.#end()
    await this.#launch()
  }

  async #end(): Promise<void> {
    const old = this.#postgres as Postgres
    old.kill()
    await old.exited
  }

  /**
   * No room for another byte, for so long. Where no file system may be mounted, every commit that wrote fails as it would then. A Postgres
   * that gave up is started again, as somebody would who has made room.
   */
  async fillDisk(database: string, ms: number): Promise<void> {
    if (this.#disk) this.#disk.fill()
    else await this.sql(database, refuseCommits)
    await sleep(ms)
    if (this.#disk) this.#disk.free()
    else await this.sql(database, allowCommits)
    if (this.#hasEnded) await this.#launch()
  }

  /** Copies the database while it works, as a backup does; answers from when on what was committed is not surely in it. */
  async backUp(): Promise<{ at: number; restore(): Promise<void> }> {
    const [data, copy] = [join(this.#home, 'data'), join(this.#directory, 'weft-backup')]
    rmSync(copy, { recursive: true, force: true })
    removeAtEnd(copy)
    const { label, at } = await this.#as('postgres', async (client) => {
      await client.query(`select pg_backup_start('chaos', true)`)
      copyTree(data, copy)
      const { rows } = await client.query('select labelfile from pg_backup_stop(false)')
      const at = performance.now()
      rmSync(join(copy, 'pg_wal'), { recursive: true })
      copyTree(join(data, 'pg_wal'), join(copy, 'pg_wal'))
      return { label: rows[0].labelfile as string, at }
    })
    const restore = async () => {
      await this.#end()
      const { uid, gid } = statSync(data)
      rmSync(data, { recursive: true })
      copyTree(copy, data)
      // A restore to a point in time: recovery ends where the copied log ends, and a new timeline begins.
      for (const [name, text] of [
        ['backup_label', label],
        ['recovery.signal', ''],
      ] as const) {
        writeFileSync(join(data, name), text)
        chownSync(join(data, name), uid, gid)
      }
      await this.#launch()
    }
    return { at, restore }
  }
}

/** With owners and rights. Files that go while a working database is copied are made again by its log. */
const copyTree = (from: string, to: string) => spawnSync('cp', ['-a', from, to], { stdio: 'ignore' })

const refuseCommits = `
  create or replace function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: no space left on device' using errcode = 'disk_full'; end $$;
  create constraint trigger no_room after insert or update on message deferrable initially deferred
    for each row execute function no_room();
  create constraint trigger no_room after insert or update on conversation_read deferrable initially deferred
    for each row execute function no_room();`
const allowCommits = `drop trigger no_room on message; drop trigger no_room on conversation_read`

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
