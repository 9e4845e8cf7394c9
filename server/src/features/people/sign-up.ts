import { completeSignUp, proveSignUp, resendSignUpCode, startSignUp } from '@weft/contract/people/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import { handle, handlePrepared } from '../../platform/feature.ts'
import { hashToken, isSameHash, newToken } from '../../platform/secrets.ts'
import { askForCode, checkCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { enter } from './enter.ts'
import { openAccount } from './open-account.ts'
import { hashPassword } from './password.ts'
import type { SignUpTable } from './tables.ts'

type SignUp = Selectable<SignUpTable>

const RESEND_SECONDS = 30
const HOUR_MS = 3_600_000
/** A half-made account can be gone on with for a day, and its last step for an hour after the address was proved. */
const START_LASTS_MS = 24 * HOUR_MS
const PROOF_LASTS_MS = HOUR_MS
/** Finishing again, because the first answer was lost. */
const REPEAT_MS = 10 * 60_000

/** Step 1. Safe to repeat; looks nowhere whether the address is known. */
export const start = handle(startSignUp, async (ctx, input) => {
  await refuseWorkAddress(ctx, input.email)
  const isNew = await ctx.tx.asSystem('identity', async () => {
    const { rowCount } = await ctx.tx.query(
      `insert into sign_up (id, email, called_name, is_private_address, created_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
      [input.signUpId, input.email, input.calledName ?? null, input.isPrivateAddress ?? null, ctx.now],
    )
    return rowCount === 1
  })
  if (isNew) {
    await askForCode(ctx, { purpose: 'sign_up', boundTo: input.signUpId, app: 'people', to: input.email })
    return {}
  }
  const { rowCount } = await ctx.tx.asSystem('identity', () =>
    ctx.tx.query(
      `update sign_up set called_name = $3, is_private_address = $4 where id = $1 and email = $2 and completed_at is null`,
      [input.signUpId, input.email, input.calledName ?? null, input.isPrivateAddress ?? null],
    ),
  )
  if (rowCount !== 1) throw new ProblemError('same-id-other-words')
  return {}
})

/** Which domains are an organisation's is no secret; that an address has an account is. */
async function refuseWorkAddress(ctx: Ctx, email: string): Promise<void> {
  const { rows } = await ctx.tx.query(
    `select from organisation where state = 'active' and $1 = any (select lower(d) from unnest(email_domains) d) limit 1`,
    [email.slice(email.lastIndexOf('@') + 1)],
  )
  if (rows.length > 0) {
    throw new ProblemError('not-acceptable', {
      fields: [{ path: 'email', message: 'your own address, not one from work' }],
    })
  }
}

export const resend = handle(resendSignUpCode, async (ctx, { signUpId }) => {
  const found = await ctx.tx.asSystem('identity', async () => {
    const signUp = await findSignUp(ctx, signUpId)
    const { rows } = await ctx.tx.query(
      `select max(asked_at) as at from one_time_code where purpose = 'sign_up' and bound_to = $1`,
      [signUpId],
    )
    return signUp && { signUp, askedAt: rows[0].at as Date }
  })
  if (!found || found.signUp.completed_at) return {}
  const wait = Math.ceil(RESEND_SECONDS - (ctx.now.getTime() - found.askedAt.getTime()) / 1000)
  if (wait > 0) throw new ProblemError('too-many', { retryAfter: wait })
  await askForCode(ctx, { purpose: 'sign_up', boundTo: signUpId, app: 'people', to: found.signUp.email })
  return {}
})

/**
 * Step 2. The device that brings the code may finish, and only that one: proving again, here or elsewhere, moves the right to whoever
 * proved last. The code stays good for that until it runs out or the account is made.
 */
export const prove = handlePrepared(
  proveSignUp,
  (tools, { signUpId, code }) => checkCode(tools, 'sign_up', signUpId, code),
  async (ctx, { signUpId }) => {
    const proof = newToken()
    const { rowCount } = await ctx.tx.asSystem('identity', () =>
      ctx.tx.query(
        `update sign_up set proof_hash = $2, proved_at = $3 where id = $1 and completed_at is null and created_at > $4`,
        [signUpId, hashToken(proof), ctx.now, new Date(ctx.now.getTime() - START_LASTS_MS)],
      ),
    )
    if (rowCount !== 1) throw new ProblemError('code-not-right', {}, 'sign_up_over')
    ctx.door.setCookie('weft_sign_up', proof)
    return {}
  },
)

/** Step 3. Repeated by the same device within ten minutes, it signs in to the account that it made. */
export const complete = handlePrepared(
  completeSignUp,
  async (tools, { signUpId, password }) => {
    const { email } = await tools.act('identity', async (ctx) => mayFinish(ctx, await findSignUp(ctx, signUpId)))
    refuseCommonPassword(password, email)
    return { hash: await hashPassword(password) }
  },
  async (ctx, input, { hash }) => {
    const signUp = await ctx.tx.asSystem('identity', () => findSignUp(ctx, input.signUpId, { lock: true }))
    const mine = mayFinish(ctx, signUp)
    const accountId = mine.account_id ?? (await openAccount(ctx, mine, { ...input, passwordHash: hash }))
    ctx.door.clearCookie('weft_sign_up')
    return enter(ctx, { accountId, app: 'people', sharedDevice: input.sharedDevice })
  },
)

function mayFinish(ctx: Ctx, signUp: SignUp | undefined): SignUp {
  const cookie = ctx.door.cookie('weft_sign_up') ?? ''
  const since = (at: Date | null | undefined) => (at ? ctx.now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
  const isInTime = signUp?.completed_at
    ? since(signUp.completed_at) < REPEAT_MS
    : since(signUp?.proved_at) < PROOF_LASTS_MS
  if (!signUp || !isInTime || !isSameHash(signUp.proof_hash, hashToken(cookie)))
    throw new ProblemError('code-not-right')
  return signUp
}

function findSignUp(ctx: Ctx, id: string, { lock = false } = {}): Promise<SignUp | undefined> {
  const query = ctx.tx.db.selectFrom('sign_up').selectAll().where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}
