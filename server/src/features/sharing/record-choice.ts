import { kindOfScope } from '@weft/contract/sharing/shapes.ts'
import type { Ctx } from '../../platform/feature.ts'

/** Sharing and stopping are in the log too, beside the reads that they allowed. */
export function recordChoice(
  ctx: Ctx,
  { personId, serviceId, scope }: { personId: string; serviceId: string; scope: string },
): Promise<void> {
  return ctx.disclose([
    {
      personId,
      serviceId,
      recordClass: 'personal',
      itemKind: kindOfScope(scope),
      itemId: scope,
      action: 'share',
      reasonCode: 'owner',
    },
  ])
}
