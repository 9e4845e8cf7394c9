import type { App } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'

export interface FoundAccount {
  accountId: string
  passwordHash: string | null
}

/**
 * The account that may sign in to this app with this address, as the inner worker `identity`. A work address reaches staff hats only and
 * any other reaches patient and carer hats only; an account, or a colleague, that is not active is not found.
 */
export async function findAccount(ctx: Ctx, email: string, app: App): Promise<FoundAccount | undefined> {
  const { rows } = await ctx.tx.query(
    `select a.id, case when $2 = 'staff' then a.staff_password_hash else a.password_hash end as password_hash
     from account_address d
     join account a on a.id = d.account_id and a.state = 'active'
     left join staff st on st.account_id = a.id
     where d.kind = 'email' and d.value = $1 and d.verified_at is not null and d.is_work = ($2 = 'staff')
       and exists (select from account_hat h where h.account_id = a.id and (h.hat in ('patient', 'carer')) = ($2 = 'people'))
       and ($2 = 'people' or st.state = 'active'
         or (st.id is null and exists (select from account_hat h where h.account_id = a.id and h.hat = 'platform_admin')))`,
    [email, app],
    'find-account',
  )
  const [row] = rows
  return row && { accountId: row.id, passwordHash: row.password_hash }
}
