import { sendSignInCode, signIn, signInWithCode } from '@weft/contract/people/operations.ts'
import type { App } from '@weft/contract/people/shapes.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import type { Before } from '../../platform/feature.ts'
import { handle, handlePrepared } from '../../platform/feature.ts'
import { askForCode, boundToAddress, checkCode, spendCode } from './codes.ts'
import { enter } from './enter.ts'
import { findAccount } from './find-account.ts'
import { verifyPassword } from './password.ts'
import { countWrongTry, forgetWrongTries, type Trying, waitBeforeTrying } from './sign-in-delay.ts'

/** Unknown address, wrong password, no password and an account that is not active are one answer in one time. */
export const withPassword = handlePrepared(
  signIn,
  async (tools, { email, app, password }) => {
    const trying = { email, app, address: tools.door.address }
    return { trying, accountId: await prove(tools, trying, app, password) }
  },
  async (ctx, input, { accountId, trying }) => {
    await forgetWrongTries(ctx, trying)
    return enter(ctx, { ...input, accountId })
  },
)

async function prove(tools: Before, trying: Trying, app: App, password: string): Promise<string> {
  const account = await tools.act('identity', async (ctx) => {
    const seconds = await waitBeforeTrying(ctx, trying)
    if (seconds > 0) throw new ProblemError('too-many', { retryAfter: seconds })
    return findAccount(ctx, trying.email, app)
  })
  const isRight = await verifyPassword(password, account?.passwordHash)
  if (account && isRight) return account.accountId
  await tools.act('identity', (ctx) => countWrongTry(ctx, trying))
  throw new ProblemError('details-do-not-match')
}

export const sendCode = handle(sendSignInCode, async (ctx, { email, app }) => {
  await askForCode(ctx, { purpose: 'sign_in', boundTo: boundToAddress(app, email), app, to: email })
  return {}
})

export const withCode = handlePrepared(
  signInWithCode,
  (tools, { email, app, code }) => checkCode(tools, 'sign_in', boundToAddress(app, email), code),
  async (ctx, input, codeId) => {
    await spendCode(ctx, codeId)
    const account = await ctx.tx.asSystem('identity', () => findAccount(ctx, input.email, input.app))
    if (!account) throw new ProblemError('code-not-right', {}, 'account_gone')
    await forgetWrongTries(ctx, { ...input, address: ctx.door.address })
    return enter(ctx, { ...input, accountId: account.accountId })
  },
)
