import { completeReset, startReset } from '@weft/contract/people/operations.ts'
import { ProblemError } from '@weft/contract/problem.ts'
import { handle, handlePrepared } from '../../platform/feature.ts'
import { askForCode, boundToAddress, checkCode, spendCode } from './codes.ts'
import { refuseCommonPassword } from './common-passwords.ts'
import { endSessions } from './end-sessions.ts'
import { findAccount } from './find-account.ts'
import { hashPassword } from './password.ts'
import { forgetWrongTries } from './sign-in-delay.ts'

export const start = handle(startReset, async (ctx, { email, app }) => {
  await askForCode(ctx, { purpose: 'reset', boundTo: boundToAddress(app, email), app, to: email })
  return {}
})

/** Sets the password of that app alone. Ends every session of the account, in both apps, and opens none: whatever else signing in asks for is still asked. */
export const complete = handlePrepared(
  completeReset,
  async (tools, { email, app, code, password }) => {
    refuseCommonPassword(password, email)
    const codeId = await checkCode(tools, 'reset', boundToAddress(app, email), code)
    return { codeId, hash: await hashPassword(password) }
  },
  async (ctx, { email, app }, { codeId, hash }) => {
    await spendCode(ctx, codeId)
    const account = await ctx.tx.asSystem('identity', async () => {
      const found = await findAccount(ctx, email, app)
      if (found) {
        const column = app === 'staff' ? 'staff_password_hash' : 'password_hash'
        await ctx.tx.query(`update account set ${column} = $2, version = version + 1 where id = $1`, [
          found.accountId,
          hash,
        ])
      }
      return found
    })
    if (!account) throw new ProblemError('code-not-right', {}, 'account_gone')
    await forgetWrongTries(ctx, { email, app, address: '' })
    await endSessions(ctx, { accountId: account.accountId })
    return {}
  },
)
