import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { ownChange } from '../own/part.ts'
import { Id, Nothing } from '../scalars.ts'
import { AskScope, Share, SharedScope, ShareFrom, ShareScope, TeamAsk } from './shapes.ts'

/**
 * The person: lets a service's team see something, at once. Sharing what is shared as widely already changes nothing; `everything` after
 * `now` widens it. It opens no goal and no coping idea that is private (ADR 27). `again` names a choice that was just stopped, to take it up
 * where it was. Problems: `not-found` when they are not with that service, or have asked to leave it.
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

/** The person, about a choice that is a year old: it goes on. Nothing to do where it is shared no more. */
export const keepSharing = defineOperation({
  name: 'share.keep',
  method: 'POST',
  path: '/api/people/:personId/shares/keep',
  summary: 'Go on sharing something with a service.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, serviceId: Id, scope: ShareScope }),
  output: Nothing,
  problems: ['same-id-other-words'],
})

/**
 * The person's answer to a team that asked; of several the last to arrive. A yes shares as `share.start` does, under `shareId`. A no tells
 * the team nothing. Problems: those of `share.start`.
 */
export const answerAsk = defineOperation({
  name: 'share.answerAsk',
  method: 'POST',
  path: '/api/people/:personId/asks/:askId',
  summary: 'Say yes or no to a team that asks to see something.',
  permission: 'own.write',
  input: z.strictObject({ ...ownChange, askId: Id, shareId: Id, isYes: z.boolean(), from: ShareFrom }),
  output: Nothing,
  problems: ['same-id-other-words', 'id-taken'],
})

const asks = '/api/people/:personId/services/:serviceId/asks'

/**
 * The service's current team asks to see a kind of thing. It shares nothing. One ask for each kind and service in `ASK_AGAIN_DAYS`, whatever
 * came of it, else `wrong-state`; so too where it is shared already. The same id again answers what is stored.
 */
export const askToSee = defineOperation({
  name: 'share.ask',
  method: 'POST',
  path: asks,
  summary: 'Ask a person to share something with this service.',
  permission: 'shared.ask',
  input: z.strictObject({ personId: Id, serviceId: Id, askId: Id, scope: AskScope }),
  output: TeamAsk,
  problems: ['wrong-state', 'same-id-other-words', 'id-taken'],
  status: 201,
})

/** What this team asked lately, and from when on it may ask again; never what the person said. */
export const listAsks = defineOperation({
  name: 'share.listAsks',
  method: 'GET',
  path: asks,
  summary: 'What this service asked a person to share.',
  permission: 'shared.listAsks',
  input: z.strictObject({ personId: Id, serviceId: Id }),
  output: z.object({ asks: z.array(TeamAsk) }),
})
