import { getCopy, listCopies } from '@weft/contract/records/operations.ts'
import { handle } from '../../platform/feature.ts'
import { type CopyRow, loadCopies, toCopy } from './copy-rows.ts'

export const list = handle(listCopies, async (ctx, input) => {
  const { personId } = await ctx.require<{ personId: string }>('copy.list', input)
  return { copies: await loadCopies(ctx, personId, input.serviceId) }
})

export const get = handle(getCopy, async (ctx, input) => {
  const row = await ctx.require<CopyRow>('copy.read', input)
  return { copy: toCopy(row), content: row.content }
})
