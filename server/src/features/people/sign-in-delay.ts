import type { Ctx } from '../../platform/feature.ts'
import { fingerprint } from '../../platform/secrets.ts'

export const FREE_TRIES = 5
export const FREE_TRIES_A_NETWORK = 20
const LONGEST_WAIT_SECONDS = 15 * 60
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export interface Trying {
  email: string
  app: string
  /** The network's. */
  address: string
}

const keyOf = ({ app, email }: Trying): string => `sign-in ${fingerprint(`${app} ${email}`)}`
const networkOf = ({ address }: Trying): string => `sign-in-from ${fingerprint(address)}`

/**
 * How long to wait before the next try, in seconds, the same for an address that has an account and for one that has none.
 *
 * After five wrong ones in an hour a minute, and twice as long after each further one, to a quarter of an hour; never a lock, and a code
 * opens all the same. Twenty wrong ones within a minute from one network make that network wait until the minute is over.
 */
export async function waitBeforeTrying(ctx: Ctx, trying: Trying): Promise<number> {
  const { rows } = await ctx.tx.query(
    `select key, at from attempt where (key = $1 and at > $3) or (key = $2 and at > $4) order by at`,
    [keyOf(trying), networkOf(trying), new Date(ctx.now.getTime() - HOUR_MS), new Date(ctx.now.getTime() - MINUTE_MS)],
  )
  const timesOf = (key: string) => rows.filter((row) => row.key === key).map((row) => (row.at as Date).getTime())
  const now = ctx.now.getTime()
  return Math.max(waitForAddress(timesOf(keyOf(trying)), now), waitForNetwork(timesOf(networkOf(trying)), now), 0)
}

function waitForAddress(times: number[], now: number): number {
  if (times.length < FREE_TRIES) return 0
  const wait = Math.min(60 * 2 ** (times.length - FREE_TRIES), LONGEST_WAIT_SECONDS)
  return Math.ceil(wait - (now - times.at(-1)!) / 1000)
}

function waitForNetwork(times: number[], now: number): number {
  const oldest = times.at(-FREE_TRIES_A_NETWORK)
  return oldest === undefined ? 0 : Math.ceil((oldest + MINUTE_MS - now) / 1000)
}

export async function countWrongTry(ctx: Ctx, trying: Trying): Promise<void> {
  await countForAddress(ctx, trying)
  await countForNetwork(ctx, trying)
}

export const countForAddress = (ctx: Ctx, trying: Trying): Promise<void> => count(ctx, keyOf(trying))

export async function countForNetwork(ctx: Ctx, trying: Trying): Promise<void> {
  if (trying.address) await count(ctx, networkOf(trying))
}

const count = async (ctx: Ctx, key: string): Promise<void> =>
  void (await ctx.tx.db.insertInto('attempt').values({ key, at: ctx.now }).execute())

/** Getting in forgets the wrong tries for this address; those of the network stay. */
export async function forgetWrongTries(ctx: Ctx, trying: Trying): Promise<void> {
  await ctx.tx.asSystem('identity', () => ctx.tx.query('delete from attempt where key = $1', [keyOf(trying)]))
}
