import { answerAsk, keepSharing } from '@weft/contract/sharing/operations.ts'
import { Refused } from '../../platform/runner.ts'
import { handleOwn, publishOwn } from '../own/own-change.ts'
import { closeAsks } from './ask-rows.ts'
import { endShares } from './end-shares.ts'
import { recordChoice } from './record-choice.ts'
import { SHARE_COLUMNS, toShare } from './share-rows.ts'
import { beginShare } from './start-sharing.ts'

/** A no that arrives after a yes of another device stops what that began: of several answers the last counts. */
export const answer = handleOwn(answerAsk, async (ctx, { askId, shareId, isYes, from }, personId) => {
  const { rows } = await ctx.tx.query('select * from share_ask where id = $1 and person_id = $2', [askId, personId])
  const ask = rows[0]
  if (!ask) throw new Refused('no_relation')
  const choice = { serviceId: ask.service_id as string, scope: ask.scope as string }
  if (isYes) {
    await beginShare(ctx, personId, { ...choice, shareId, from })
    return
  }
  await closeAsks(ctx, { personId, askId }, 'no')
  if (ask.state !== 'yes') return
  const ended = await endShares(ctx, { personId, ...choice }, 'revoked')
  if (ended > 0) await recordChoice(ctx, { personId, ...choice })
})

/** The yearly question is answered; it goes on as it was. */
export const keep = handleOwn(keepSharing, async (ctx, { serviceId, scope }, personId) => {
  const { rows } = await ctx.tx.query(
    `update share_grant set checked_at = $4, version = version + 1
     where person_id = $1 and service_id = $2 and scope = $3 and state = 'granted' returning ${SHARE_COLUMNS}`,
    [personId, serviceId, scope, ctx.now],
  )
  for (const row of rows) await publishOwn(ctx, personId, 'share.started', toShare(row))
})
