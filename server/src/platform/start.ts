import { ProblemError } from '@weft/contract/problem.ts'
import { ConfigError } from './config.ts'

/** What a process ends with whose settings, or what they lead to, are not right; by `sysexits.h`. */
const WRONG_SETTINGS = 78

/** Starts; or ends the process with a sentence that says which setting to look at. */
export async function startOrSayWhy(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const sentence = whyNotStarted(error)
    if (!sentence) throw error
    console.error(sentence)
    process.exit(WRONG_SETTINGS)
  }
}

/** Nothing for what no setting can mend. */
export function whyNotStarted(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message
  if (error instanceof ProblemError) return error.code === 'try-later' ? noPostgres(error.reason) : undefined
  const { code, syscall, port, address } = error as { code?: string; syscall?: string; port?: number; address?: string }
  if (code === '42P01')
    return 'The database at DATABASE_APP_URL has no tables of Weft: run node migrations/run.ts first.'
  if (syscall === 'getaddrinfo' || code === 'EADDRNOTAVAIL')
    return `HOST ${address ?? ''} is no address of this machine: expected one it can be reached at, such as 127.0.0.1.`
  if (code === 'EADDRINUSE') return `PORT ${port} is taken by another program: stop that, or choose another.`
  if (code === 'EACCES' && syscall === 'listen')
    return `PORT ${port} may be opened by an administrator only: choose one above 1023.`
  return undefined
}

function noPostgres(code: string | undefined): string {
  if (code?.startsWith('28'))
    return 'PostgreSQL does not let in the account that DATABASE_APP_URL names: look at its name and password.'
  if (code === '3D000') return 'There is no database of the name that DATABASE_APP_URL gives.'
  return `No PostgreSQL answers at DATABASE_APP_URL (${code}): look at its address, and whether it is running.`
}
