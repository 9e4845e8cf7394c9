import { defineChannel } from '@weft/channels/define'
import * as z from 'zod/mini'
import { Id } from '../scalars.ts'
import { applyShared } from './apply.ts'
import { getShared } from './operations.ts'
import { SharedScope, ShareScope } from './shapes.ts'

/**
 * Tells the current team of one service what a person shares with it, and when to read that again. Without content: what is shared is
 * read through its noun's own operation, which asks again. At `share.stopped` a screen empties what it shows of that scope.
 */
export const sharedChannel = defineChannel({
  topic: 'shared:{personId}:{serviceId}',
  params: { personId: Id, serviceId: Id },
  permission: 'shared.read',
  snapshot: getShared,
  events: {
    'share.started': SharedScope,
    'share.stopped': z.object({ scope: ShareScope }),
    'shared.changed': z.object({ scope: ShareScope, revision: z.number() }),
    /** Of what this service asked: read the list again. */
    'questions.changed': z.object({}),
    'access.changed': z.object({ accountId: z.optional(Id) }),
  },
  // Whoever left the team, or is barred, hears of none of it: each is given only to those who are asked again and may.
  rechecks: ['share.started', 'share.stopped', 'shared.changed', 'questions.changed'],
  pushes: {},
  signals: {},
  apply: applyShared,
})
