import type { Ctx, Subject } from '../../platform/feature.ts'
import { endSessions } from './end-sessions.ts'
import { linkRecord } from './link-record.ts'

/** What people holds about one person, for audit's export, erasure and merge. */
export const subject: Subject = {
  async export(ctx, personId) {
    return ctx.tx.asSystem('identity', async () => {
      const { rows: people } = await ctx.tx.query('select * from person where id = $1 or merged_into = $1', [personId])
      const { rows: accounts } = await ctx.tx.query(
        `select a.id, a.display_name, a.accepted_texts, a.settings, a.state, a.created_at,
           (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'value', d.value, 'verifiedAt', d.verified_at)), '[]')
             from account_address d where d.account_id = a.id and not d.is_work) as addresses
         from account a where a.person_id = $1`,
        [personId],
      )
      const { rows: safeContactChanges } = await ctx.tx.query(
        `select at, device from safe_contact_change where person_id in (select id from person where id = $1 or merged_into = $1)
         order by at, id`,
        [personId],
      )
      return { people, accounts, safeContactChanges }
    })
  },

  /** Leaves the row as a stub that says nothing; what refers to it still resolves. The account is audit's to close first. */
  async erase(ctx, personId) {
    await ctx.tx.asSystem('erasure', async () => {
      await erasePerson(ctx, personId)
      await eraseAccount(ctx, personId)
    })
  },

  /**
   * The people's side of the account, with everything that led to it: addresses, password, devices, codes and letters. Who the person is stays
   * where a service keeps notes about them; otherwise only a stub does.
   */
  async forget(ctx, personId) {
    const { rows } = await ctx.tx.asSystem('erasure', () =>
      ctx.tx.query('select id from account where person_id = $1', [personId]),
    )
    for (const { id: accountId } of rows) await endSessions(ctx, { accountId, app: 'people' })
    await ctx.tx.asSystem('erasure', async () => {
      for (const { id } of rows) await forgetTraces(ctx, id)
      await eraseAccount(ctx, personId)
      const { rows: kept } = await ctx.tx.query(
        `select from enrolment where state <> 'invited' and person_id in (select id from person where id = $1 or merged_into = $1) limit 1`,
        [personId],
      )
      if (kept.length === 0) await erasePerson(ctx, personId)
    })
  },

  /** Both ids resolve from now on; reversible, for nothing of `from` is changed but where it points. */
  merge: (ctx, from, into) => linkRecord(ctx, { from, into }),
}

async function erasePerson(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.query(
    'delete from safe_contact_change where person_id in (select id from person where id = $1 or merged_into = $1)',
    [personId],
  )
  await ctx.tx.query(
    `update person set given_name = '', family_name = '', previous_surname = null, known_as = 'Erased', pronouns = null, born_on = null,
       nhs_number = null, address = null, postcode = null, phones = '[]', household_id = null,
       communication_needs = '{"interpreter": false}', equality = '{}', safe_contact = '{}', version = version + 1
     where id = $1 or merged_into = $1`,
    [personId],
  )
}

/** How somebody came in, and what was sent to them. At work nothing of it was made. */
async function forgetTraces(ctx: Ctx, accountId: string): Promise<void> {
  const mine = `select value from account_address where account_id = $1 and not is_work`
  await ctx.tx.query(`delete from one_time_code where to_address in (${mine})`, [accountId])
  await ctx.tx.query(`delete from mail where to_address in (${mine})`, [accountId])
  await ctx.tx.query(`delete from sign_up where account_id = $1 or email in (${mine})`, [accountId])
  await ctx.tx.query(`delete from session where account_id = $1 and app = 'people'`, [accountId])
  await ctx.tx.query(
    `update account set state = 'closed' where id = $1 and not exists (select from staff where account_id = $1)`,
    [accountId],
  )
}

async function eraseAccount(ctx: Ctx, personId: string): Promise<void> {
  const { rows } = await ctx.tx.query('select id from account where person_id = $1', [personId])
  for (const { id } of rows) {
    await ctx.tx.query('delete from account_address where account_id = $1 and not is_work', [id])
    await ctx.tx.query(`delete from account_hat where account_id = $1 and hat in ('patient', 'carer')`, [id])
    await ctx.tx.query(
      `update account set display_name = 'Erased', password_hash = null, settings = '{}', accepted_texts = '[]', version = version + 1
       where id = $1 and not exists (select from staff where account_id = $1)`,
      [id],
    )
  }
}
