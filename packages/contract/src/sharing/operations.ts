import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange } from '../own/part.ts'
import { Id, Nothing } from '../scalars.ts'
import { Share, SharedScope, ShareFrom, ShareScope } from './shapes.ts'

/**
 * The person: lets a service's team see something, at once. Sharing what is shared as widely already changes nothing; `everything` after
 * `now` widens it. `again` names a choice that was just stopped, to take it up where it was. Problems: `not-found` when they are not
 * with that service, or have asked to leave it.
 */
export const startSharing = defineOperation({
  name: 'share.start',
  method: 'POST',
  path: '/api/people/:personId/shares',
  summary: 'Share something of mine with a service I am with.',
  permission: 'own.write',
  input: z.strictObject({
    ...ownChange,
    shareId: Id,
    serviceId: Id,
    scope: ShareScope,
    from: ShareFrom,
    again: z.optional(Id),
  }),
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken'],
})

/** The person, any time, no reason asked: holds from its commit. Stopping what is not shared does nothing. */
export const stopSharing = defineOperation({
  name: 'share.stop',
  method: 'POST',
  path: '/api/people/:personId/shares/stop',
  summary: 'Stop sharing something with a service.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, serviceId: Id, scope: ShareScope }),
  output: Nothing,
  problems: ['same-id-other-words'],
})

export const listShares = defineOperation({
  name: 'share.list',
  method: 'GET',
  path: '/api/people/:personId/shares',
  summary: 'What I share, and with whom.',
  permission: 'own.read',
  input: z.strictObject({ personId: Id }),
  output: z.object({ shares: z.array(Share) }),
})

/** The service's current team: what the person shares with it, and nothing of its content. Empty whether or not there is more. */
export const getShared = defineOperation({
  name: 'shared.get',
  method: 'GET',
  path: '/api/people/:personId/services/:serviceId/shared',
  summary: 'What somebody shares with this service now.',
  permission: 'shared.read',
  input: z.strictObject({ personId: Id, serviceId: Id }),
  output: z.object({ scopes: z.array(SharedScope) }),
})
