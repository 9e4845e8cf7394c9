import { stopSharing } from '@weft/contract/sharing/operations.ts'
import { handleOwn } from '../own/own-change.ts'
import { endShares } from './end-shares.ts'
import { recordChoice } from './record-choice.ts'

/** Publishes `share.stopped`; announces `share.changed`. */
export const stop = handleOwn(stopSharing, async (ctx, { serviceId, scope }, personId) => {
  const ended = await endShares(ctx, { personId, serviceId, scope }, 'revoked')
  if (ended > 0) await recordChoice(ctx, { personId, serviceId, scope })
})
