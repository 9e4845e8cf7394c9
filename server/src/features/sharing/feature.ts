import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import type { Feature } from '../../platform/feature.ts'
import { answer, keep } from './answer-ask.ts'
import { ask, list } from './ask-to-see.ts'
import { lapseAsks } from './lapse-asks.ts'
import { listeners } from './listeners.ts'
import { permissions } from './policy.ts'
import { queries } from './queries.ts'
import { loadSharing } from './share-rows.ts'
import { start } from './start-sharing.ts'
import { stop } from './stop-sharing.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'sharing',
  tables: ['share_grant', 'share_ask'],
  permissions,
  operations: [...queries, start, stop, keep, answer, ask, list],
  channels: [sharedChannel],
  jobs: [lapseAsks],
  listeners,
  subject,
  own: async (ctx, personId) => ({ sharing: await loadSharing(ctx, personId) }),
}
