import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { type Ctx, type Listener, listen, publication } from '../../platform/feature.ts'
import type {} from '../access/facts.ts'
import type {} from '../organisations/facts.ts'
import { publishOwn } from '../own/own-change.ts'
import { closeAsks } from './ask-rows.ts'
import { endShares } from './end-shares.ts'
import { moveShares } from './move-shares.ts'
import { loadServices } from './share-rows.ts'
import { tellChange } from './tell-change.ts'

/** Choices end with what they rest on, and open screens are asked again, in the transaction that makes the fact true. */
export const listeners: Listener[] = [
  listen('enrolment.activated', 'within', (ctx, { personId }) => tellServices(ctx, personId)),
  // The person asked: at once. The service asked: sharing lives to the end (domain.md 2).
  listen('enrolment.ending', 'within', async (ctx, { personId, serviceId, askedBy }) => {
    if (askedBy === 'person') await endShares(ctx, { personId, serviceId }, 'revoked')
    await closeAsks(ctx, { personId, serviceId }, 'lapsed')
    await tellServices(ctx, personId)
  }),
  listen('enrolment.resumed', 'within', (ctx, { personId }) => tellServices(ctx, personId)),
  listen('enrolment.ended', 'within', async (ctx, { personId, serviceId }) => {
    await endShares(ctx, { personId, serviceId }, 'expired')
    await closeAsks(ctx, { personId, serviceId }, 'lapsed')
    await tellServices(ctx, personId)
    await askAgain(ctx, 'g.person_id = $1 and g.service_id = $2', [personId, serviceId])
  }),

  listen('account.closing', 'within', async (ctx, { personId }) => {
    if (!personId) return
    await endShares(ctx, { personId }, 'revoked')
    await closeAsks(ctx, { personId }, 'lapsed')
  }),

  listen('team.left', 'within', teamChanged),
  listen('team.roleChanged', 'within', teamChanged),
  listen('access.changed', 'within', (ctx, { personId, accountId }) =>
    askAgain(ctx, 'g.person_id = $1', [personId], accountId),
  ),

  listen('person.linked', 'within', moveShares),
  listen('personal.changed', 'within', tellChange),
  // A choice over what is no more is over: nothing that comes to bear its name is open by it.
  listen('personal.erased', 'within', async (ctx, { personId, scope }) => {
    await endShares(ctx, { personId, scope }, 'expired')
  }),
]

const tellServices = async (ctx: Ctx, personId: string) =>
  void (await publishOwn(ctx, personId, 'sharing.servicesChanged', { services: await loadServices(ctx, personId) }))

function teamChanged(ctx: Ctx, { serviceId, accountId }: { serviceId: string; accountId: string }): Promise<void> {
  return askAgain(ctx, `g.service_id = $1 and g.state = 'granted'`, [serviceId], accountId)
}

/** Screens that show what was ever shared close at once where access has ended; others learn of it with the first event they miss. */
async function askAgain(ctx: Ctx, where: string, values: unknown[], accountId?: string): Promise<void> {
  const { rows } = await ctx.tx.asSystem('access', () =>
    ctx.tx.query(`select distinct g.person_id, g.service_id from share_grant g where ${where} order by 1, 2`, values),
  )
  await ctx.publishAll(
    rows.map(({ person_id: personId, service_id: serviceId }) =>
      publication(sharedChannel, { personId, serviceId }, 'access.changed', accountId ? { accountId } : {}, {
        subjectId: personId,
      }),
    ),
  )
}
