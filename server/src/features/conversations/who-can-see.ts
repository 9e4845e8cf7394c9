import { getWhoCanSee } from '@weft/contract/conversations/operations.ts'
import type { Member, WhoCanSee } from '@weft/contract/conversations/shapes.ts'
import { type Ctx, handle } from '../../platform/feature.ts'
import { isSuspendedByAge, mayHoldMessages } from '../access/carer-scopes.ts'
import { birthdayAt } from '../access/load-fact.ts'
import { currentMembers } from './get-conversation.ts'
import { toMember } from './message-row.ts'
import type { Standing } from './policy.ts'

/** Everybody who can read this conversation now, by name: its members, and carers whose scopes reach the person's own messages. */
export const whoCanSee = handle(getWhoCanSee, async (ctx, input): Promise<WhoCanSee> => {
  const standing = await ctx.require<Standing>('conversation.read', input)
  const members = await currentMembers(ctx, input.conversationId)
  const carers = standing.kind === 'person_team' ? await readingCarers(ctx, standing) : []
  const service = await ctx.tx.db
    .selectFrom('service')
    .select('plain_name')
    .where('id', '=', standing.serviceId)
    .executeTakeFirstOrThrow()
  return {
    team: service.plain_name,
    count: members.filter((member) => member.isTeam).length,
    members: [...members, ...carers],
    notSeenBy: notSeenBy(standing, carers),
  }
})

function notSeenBy({ kind }: Standing, carers: readonly Member[]): WhoCanSee['notSeenBy'] {
  if (kind === 'team_note') return ['person', 'carers']
  if (kind === 'carer_team') return ['person']
  return carers.length > 0 ? [] : ['carers']
}

/**
 * Named as their link names them; asked as an inner worker, since an account is nobody else's to read. Access decides by the same rules
 * when one of them asks (domain.md 3.6).
 */
async function readingCarers(ctx: Ctx, { personId, serviceId }: Standing): Promise<Member[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select a.id as account_id, 'carer' as hat, a.display_name as name, null as role, null as organisation, l.relationship,
         false as is_team, l.basis, l.is_parental or l.basis = 'parental_responsibility' as "isParental", l.granted_at as "grantedAt",
         p.born_on
       from carer_link l join account a on a.id = l.carer_account_id join person p on p.id = l.person_id
       join authz_grant g on g.account_id = a.id and g.person_id = l.person_id and g.category = 'person_team'
         and g.valid_from <= app_now() and (g.until is null or g.until > app_now())
       where l.person_id = $1 and l.state = 'active' and 'messages' = any (l.scopes) and $2 = any (l.services)
         and not exists (select from restriction r where r.person_id = l.person_id and r.state = 'live' and r.kind = 'freeze')
       order by a.display_name, a.id`,
      [personId, serviceId],
    ),
  )
  return rows
    .filter((link) => {
      const person = {
        turns13At: link.born_on ? birthdayAt(link.born_on, 13) : undefined,
        turns16At: link.born_on ? birthdayAt(link.born_on, 16) : undefined,
      }
      return mayHoldMessages(link, person, ctx.now) && !isSuspendedByAge(link, person, ctx.now)
    })
    .map(toMember)
}
