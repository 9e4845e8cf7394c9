import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Ctx, Job } from '../../platform/feature.ts'
import { hashCode, newCode } from '../../platform/secrets.ts'
import { CODE_MINUTES, CODES_AN_HOUR } from './codes.ts'
import { findAccount } from './find-account.ts'
import { update, writeMail } from './mail.ts'
import type { OneTimeCodeTable } from './tables.ts'

const HOUR_MS = 3_600_000
const BATCH = 20

type Wish = Selectable<OneTimeCodeTable> & { to_address: string }

/** Turns each wish for a code into a code and its mail, once. */
export const issueCodes: Job = {
  name: 'code.issue',
  everySeconds: 60,
  async run({ act }) {
    while ((await act('identity', issueSome)) === BATCH);
  },
}

async function issueSome(ctx: Ctx): Promise<number> {
  const wishes = await ctx.tx.db
    .selectFrom('one_time_code')
    .selectAll()
    .where('issued_at', 'is', null)
    .where('spent_at', 'is', null)
    .where('to_address', 'is not', null)
    .orderBy('asked_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const wish of wishes) await issue(ctx, wish as Wish)
  return wishes.length
}

async function issue(ctx: Ctx, wish: Wish): Promise<void> {
  const isForgotten = ctx.now.getTime() - wish.asked_at.getTime() > HOUR_MS
  if (isForgotten || (await issuedThisHour(ctx, wish.to_address)) >= CODES_AN_HOUR) {
    await ctx.tx.query('update one_time_code set spent_at = $2 where id = $1', [wish.id, ctx.now])
    return
  }
  await ctx.tx.query(
    `update one_time_code set spent_at = $3
     where purpose = $1 and bound_to = $2 and issued_at is not null and spent_at is null`,
    [wish.purpose, wish.bound_to, ctx.now],
  )
  const code = (await mayHold(ctx, wish)) ? newCode() : undefined
  const expiresAt = new Date(ctx.now.getTime() + CODE_MINUTES * 60_000)
  await ctx.tx.db
    .updateTable('one_time_code')
    .set({ code_hash: code ? hashCode(wish.id, code) : randomBytes(32), issued_at: ctx.now, expires_at: expiresAt })
    .where('id', '=', wish.id)
    .execute()
  const mail = { effectKey: `code ${wish.id}`, to: wish.to_address, app: wish.app, expiresAt }
  if (code) await writeMail(ctx, { ...mail, subject: 'Your code', body: code })
  else if (wish.purpose === 'sign_up') await tellHolder(ctx, mail)
}

async function issuedThisHour(ctx: Ctx, address: string): Promise<number> {
  const { rows } = await ctx.tx.query(
    'select count(*)::int as n from one_time_code where to_address = $1 and issued_at > $2',
    [address, new Date(ctx.now.getTime() - HOUR_MS)],
  )
  return rows[0].n
}

/** To sign up, an address that is in no use; to sign in or reset, one that has an account in this app. */
async function mayHold(ctx: Ctx, wish: Wish): Promise<boolean> {
  if (wish.purpose !== 'sign_up') return (await findAccount(ctx, wish.to_address, wish.app)) !== undefined
  return (await useOf(ctx, wish.to_address)) === undefined
}

async function useOf(ctx: Ctx, address: string): Promise<{ is_work: boolean } | undefined> {
  return ctx.tx.db
    .selectFrom('account_address')
    .select('is_work')
    .where('kind', '=', 'email')
    .where('value', '=', address)
    .executeTakeFirst()
}

/** Somebody signs up with an address that has an account: its holder is shown the way in, and nobody else learns of it. */
async function tellHolder(ctx: Ctx, mail: { effectKey: string; to: string; expiresAt: Date }): Promise<void> {
  const isWork = (await useOf(ctx, mail.to))?.is_work ?? false
  await writeMail(ctx, { ...mail, ...update, link: '/sign-in', app: isWork ? 'staff' : 'people' })
}
