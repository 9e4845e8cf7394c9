import { getShared, listShares } from '@weft/contract/sharing/operations.ts'
import { handle } from '../../platform/feature.ts'
import type { Sharing } from '../access/require-shared.ts'
import { loadLive, scopesOf, sharesOf } from './share-rows.ts'

const sharesOfMine = handle(listShares, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('own.read', input)
  return { shares: sharesOf(await loadLive(ctx, personId)) }
})

const sharedWithUs = handle(getShared, async (ctx, input) => {
  const { personId } = await ctx.require<Sharing>('shared.read', input)
  return { scopes: scopesOf(await loadLive(ctx, personId, input.serviceId)) }
})

export const queries = [sharesOfMine, sharedWithUs]
