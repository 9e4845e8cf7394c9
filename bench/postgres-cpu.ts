import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** Microseconds of CPU that every process of this Postgres has used so far; Linux only, undefined elsewhere. */
export async function postgresCpuMicros(ownerUrl: string): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const postmaster = parentOf(rows[0].pid)
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => Number(name) === postmaster || parentOf(Number(name)) === postmaster)
    .reduce((sum, name) => sum + ticksOf(Number(name)), 0)
  await client.end()
  return ticks * 10_000
}

// A backend that has gone gives its time to the postmaster's children, fields 16 and 17.
function ticksOf(pid: number): number {
  const fields = stat(pid)
  return fields ? [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0) : 0
}

const parentOf = (pid: number): number => Number(stat(pid)?.[1] ?? -1)

/** The fields after the name in parentheses, which may hold spaces: state is 0, parent 1. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
