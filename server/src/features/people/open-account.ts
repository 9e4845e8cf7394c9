import { ProblemError } from '@weft/contract/problem.ts'
import type { Selectable } from 'kysely'
import type { Ctx } from '../../platform/feature.ts'
import { newId } from '../../platform/ids.ts'
import type { AcceptedText, SignUpTable } from './tables.ts'

/** Of the texts on the last page of the sign-up; a new one is agreed to anew. */
export const TEXTS_VERSION = '2026-04'

const nameNotGiven = 'Name not given'

export interface LastPage {
  passwordHash: string
  calledName?: string
  mayBeAskedAboutStudies?: boolean
}

/** Makes the account with its own person and the patient hat, and closes the sign-up. Answers the account's id. */
export async function openAccount(ctx: Ctx, signUp: Selectable<SignUpTable>, page: LastPage): Promise<string> {
  const [accountId, personId] = [newId(ctx.now), newId(ctx.now)]
  const name = page.calledName ?? signUp.called_name ?? nameNotGiven
  await ctx.tx.asSystem('identity', async () => {
    const { db } = ctx.tx
    const host = await db
      .selectFrom('organisation')
      .select('id')
      .where((eb) => eb(eb.val('host'), '=', eb.fn.any('kinds')))
      .executeTakeFirst()
    await db
      .insertInto('person')
      .values({
        id: personId,
        known_as: name,
        safe_contact: JSON.stringify(signUp.is_private_address === false ? { emailIsShared: true } : {}),
        controller_id: host?.id,
        created_at: ctx.now,
        created_by: accountId,
        created_hat: 'patient',
      })
      .execute()
    await db
      .insertInto('account')
      .values({
        id: accountId,
        person_id: personId,
        display_name: name,
        password_hash: page.passwordHash,
        accepted_texts: JSON.stringify(acceptedTexts(ctx.now, page)),
        created_at: ctx.now,
      })
      .execute()
    await db.insertInto('account_hat').values({ account_id: accountId, hat: 'patient' }).execute()
    const address = await db
      .insertInto('account_address')
      .values({ id: newId(ctx.now), account_id: accountId, kind: 'email', value: signUp.email, verified_at: ctx.now })
      .onConflict((conflict) => conflict.columns(['kind', 'value']).doNothing())
      .executeTakeFirst()
    // Another sign-up of the same mailbox was faster; its owner is sent to sign in as anybody is whose address is in use.
    if (address.numInsertedOrUpdatedRows !== 1n) throw new ProblemError('code-not-right', {}, 'address_taken')
    await db
      .updateTable('sign_up')
      .set({ completed_at: ctx.now, account_id: accountId })
      .where('id', '=', signUp.id)
      .execute()
    await ctx.tx.query(
      `update one_time_code set spent_at = $2 where purpose = 'sign_up' and bound_to = $1 and spent_at is null`,
      [signUp.id, ctx.now],
    )
  })
  await ctx.announce('account.opened', { accountId, personId })
  return accountId
}

function acceptedTexts(now: Date, page: LastPage): AcceptedText[] {
  const texts: AcceptedText['text'][] = ['age_13', 'terms', 'privacy']
  if (page.mayBeAskedAboutStudies) texts.push('studies_18')
  return texts.map((text) => ({ text, version: TEXTS_VERSION, at: now.toISOString() }))
}
