import { getPersonHeader } from '@weft/contract/people/operations.ts'
import type { PersonHeader } from '@weft/contract/people/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'
import { handle } from '../../platform/feature.ts'
import { Refused } from '../../platform/runner.ts'
import type { AccountScope } from '../../platform/scope.ts'
import { safeContactLine } from './safe-contact.ts'

type Asked = Ctx<AccountScope>

/** The guard `person.read` is access's: it answers the id that the person goes by now, and whether contact details stay out. */
export const header = handle(getPersonHeader, async (ctx: Asked, input) => {
  const { personId, masked } = await ctx.require<{ personId: string; masked?: boolean }>('person.read', input)
  return readPersonHeader(ctx, personId, masked === true)
})

async function readPersonHeader(ctx: Asked, personId: string, isMasked: boolean): Promise<PersonHeader> {
  const person = await ctx.tx.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!person) throw new Refused('no_relation')
  const enrolments = await enrolmentsInSight(ctx, personId)
  const needs = person.communication_needs
  return {
    personId,
    knownAs: person.known_as,
    fullName: [person.given_name, person.family_name].filter(Boolean).join(' ') || person.known_as,
    pronouns: person.pronouns ?? undefined,
    bornOn: person.born_on ?? undefined,
    nhsNumber: (await maySeeNhsNumber(ctx, enrolments)) ? (person.nhs_number ?? undefined) : undefined,
    communicationNeeds: { ...needs, interpreter: needs.interpreter ?? false },
    safeContact: safeContactLine(person.safe_contact, { withNumbers: !isMasked }),
    leadWorker: enrolments.find((one) => one.lead)?.lead ?? undefined,
    enrolments: enrolments.map((one) => ({
      enrolmentId: one.id,
      serviceId: one.service_id,
      serviceName: one.name,
      state: one.state,
      startedOn: one.started_on,
    })),
  }
}

interface EnrolmentInSight {
  id: string
  service_id: string
  name: string
  state: string
  started_on: string
  lead: string | null
  is_volunteer: boolean
}

/** The person sees all of their own; a colleague those of the services they are in the team of, and of no other that there are any. */
async function enrolmentsInSight(ctx: Asked, personId: string): Promise<EnrolmentInSight[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select e.id, e.service_id, s.name, e.state, e.started_on, l.display_name as lead, coalesce(t.is_volunteer, false) as is_volunteer
       from enrolment e
       join service s on s.id = e.service_id
       left join staff w on w.id = e.lead_worker_id
       left join account l on l.id = w.account_id
       left join team_member t on t.service_id = e.service_id and t.staff_id = $2 and t.from_at <= $3 and (t.to_at is null or t.to_at > $3)
       where e.person_id = $1 and e.state in ('active', 'ending', 'ended') and e.started_on is not null
         and (t.id is not null or $1 = $4)
       order by e.state, s.name`,
      [personId, ctx.scope.staffId ?? null, ctx.now, ctx.scope.personId ?? null],
    ),
  )
  return rows
}

/** A volunteer never sees one (domain.md 1). */
async function maySeeNhsNumber(ctx: Asked, enrolments: EnrolmentInSight[]): Promise<boolean> {
  if (ctx.scope.app === 'people') return true
  return enrolments.length === 0 || enrolments.some((one) => !one.is_volunteer)
}
