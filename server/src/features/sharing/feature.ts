import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import type { Feature } from '../../platform/feature.ts'
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
  tables: ['share_grant'],
  permissions,
  operations: [...queries, start, stop],
  channels: [sharedChannel],
  listeners,
  subject,
  own: async (ctx, personId) => ({ sharing: await loadSharing(ctx, personId) }),
}
