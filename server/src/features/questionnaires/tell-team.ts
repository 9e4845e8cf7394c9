import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import type { Ctx } from '../../platform/feature.ts'

/** Wakes the screens of the team that asked: its list is to be read again. Publishes `questions.changed`, which says nothing but that. */
export async function tellTeam(ctx: Ctx, personId: string, serviceId: string): Promise<void> {
  await ctx.publish(sharedChannel, { personId, serviceId }, 'questions.changed', {}, { subjectId: personId })
}
