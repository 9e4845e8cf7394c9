import { conversationChannel, deskChannel, inboxChannel } from '@weft/contract/conversations/channel.ts'
import { type Ctx, type Listener, listen, publication } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { alignMembers } from './align-members.ts'
import { changeState } from './change-state.ts'
import { loadHeads } from './load-heads.ts'
import { movePerson } from './move-person.ts'
import { openCarerTeam, openPersonTeam } from './open-conversations.ts'
import { openFlag } from './open-flag.ts'
import { GATHER_INBOX } from './post.ts'
import { lockThreads } from './threads.ts'

/** Everything here runs in the transaction that makes the fact true, after access has put its grants right. */
export const listeners: Listener[] = [
  listen('enrolment.activated', 'within', async (ctx, { enrolmentId, personId, serviceId }) => {
    await openPersonTeam(ctx, enrolmentId)
    for (const { id } of await carerLinksOf(ctx, personId, serviceId)) await openCarerTeam(ctx, id, [serviceId])
    await alignMembers(ctx, { personId, serviceId })
  }),
  listen('enrolment.resumed', 'within', (ctx, { personId, serviceId }) => alignMembers(ctx, { personId, serviceId })),
  listen('enrolment.ended', 'within', (ctx, { enrolmentId, personId, serviceId }) =>
    changeState(
      ctx,
      'closed',
      'c.enrolment_id = $1 or (c.carer_link_id is not null and c.person_id = $2 and c.service_id = $3)',
      [enrolmentId, personId, serviceId],
    ),
  ),

  listen('team.joined', 'within', (ctx, { serviceId, accountId }) => alignMembers(ctx, { serviceId, accountId })),
  listen('team.roleChanged', 'within', teamChanged),
  listen('team.left', 'within', teamChanged),

  listen('carer.linked', 'within', (ctx, { carerLinkId, serviceIds }) => openCarerTeam(ctx, carerLinkId, serviceIds)),
  listen('carer.unlinked', 'within', async (ctx, { carerLinkId, personId, accountId }) => {
    await changeState(ctx, 'closed', 'c.carer_link_id = $1', [carerLinkId])
    await alignMembers(ctx, { personId, accountId })
  }),

  listen('access.changed', 'within', async (ctx, { personId, accountId }) => {
    await alignMembers(ctx, { personId })
    await askAgain(ctx, 'c.person_id = $1', [personId], accountId)
    ctx.wake(GATHER_INBOX)
  }),

  listen('risk.seen', 'within', openFlag),

  listen('person.linked', 'within', movePerson),

  listen('service.changed', 'within', changeHeads),
]

/** A coordinator who is one no longer loses the closed conversations too, of which nobody is a member. */
async function teamChanged(
  ctx: Ctx,
  { serviceId, accountId }: { serviceId: string; accountId: string },
): Promise<void> {
  await alignMembers(ctx, { serviceId, accountId })
  await askAgain(ctx, `c.service_id = $1 and c.state = 'closed'`, [serviceId], accountId)
  await ctx.publish(inboxChannel, { serviceId }, 'access.changed', { accountId })
}

/** Whoever listens without being a member is asked again before anything more is said to them. */
async function askAgain(ctx: Ctx, where: string, values: unknown[], accountId: string | undefined): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select c.id, c.person_id, c.kind from conversation c where ${where}`, values),
  )
  const data = accountId ? { accountId } : {}
  await ctx.publishAll(
    rows.flatMap(({ id: conversationId, person_id: subjectId, kind }) => [
      publication(conversationChannel, { conversationId }, 'access.changed', data, { subjectId }),
      ...(kind === 'team_note'
        ? []
        : [publication(deskChannel, { conversationId }, 'access.changed', data, { subjectId })]),
    ]),
  )
}

async function carerLinksOf(ctx: Ctx, personId: string, serviceId: string): Promise<{ id: string }[]> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(
      `select id from carer_link where person_id = $1 and $2 = any (services) and state in ('active', 'suspended') order by id`,
      [personId, serviceId],
    ),
  )
  return rows
}

/** Hours, phone or messaging changed: every open thread of the service says so. What was promised stays promised. */
async function changeHeads(ctx: Ctx, { serviceId }: { serviceId: string }): Promise<void> {
  await ctx.tx.asSystem('access', async () => {
    const { rows } = await ctx.tx.query(`select id from conversation where service_id = $1 and state = 'open'`, [
      serviceId,
    ])
    const threads = await lockThreads(
      ctx,
      rows.map((row) => row.id as string),
    )
    const heads = await loadHeads(
      ctx,
      rows.map((row) => row.id as string),
    )
    for (const { head } of heads.values()) {
      threads.add({ id: head.conversationId, person_id: head.personId }, 'head.changed', head)
    }
    await threads.publish()
  })
}
