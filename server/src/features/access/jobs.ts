import type { Job } from '../../platform/feature.ts'
import { isSuspendedByAge } from './carer-scopes.ts'
import { suspendCarer } from './commands.ts'
import { birthdayAt } from './load-fact.ts'

/**
 * At a 13th or 16th birthday, 00:00 local, the grants of parents suspend (domain.md 3.6). The decision knows that by itself; this makes
 * the rows, and with them the second fence, say it too.
 */
const suspendAtBirthdays: Job = {
  name: 'carer.birthdays',
  everySeconds: 60,
  async run({ db, act, now, log }) {
    const at = now()
    const { rows } = await db.as({ kind: 'system', system: 'access', requestId: 'carer.birthdays' }, (tx) =>
      tx.query(
        `select l.id, l.granted_at, p.born_on from carer_link l join person p on p.id = l.person_id
         where l.state = 'active' and (l.is_parental or l.basis = 'parental_responsibility')
           and (p.born_on is null or p.born_on <= ($1::timestamptz - interval '13 years' + interval '1 day')::date)
           and l.scopes <> '{}'`,
        [at],
      ),
    )
    const due = rows.filter((row) =>
      isSuspendedByAge(
        { isParental: true, grantedAt: row.granted_at },
        {
          turns13At: row.born_on ? birthdayAt(row.born_on, 13) : undefined,
          turns16At: row.born_on ? birthdayAt(row.born_on, 16) : undefined,
        },
        at,
      ),
    )
    for (const { id } of due) {
      await act('access', (ctx) => suspendCarer(ctx, id)).catch((error: unknown) =>
        log.error({ job: 'carer.birthdays', reason: (error as Error).name }, 'A grant could not be suspended'),
      )
    }
  },
}

export const jobs = [suspendAtBirthdays]
