import { defineChannel } from '@weft/channels/define'
import { Id } from '../scalars.ts'
import { getOwn } from './operations.ts'
import { applyOwn, ownEvents } from './slices.ts'

/** All of the channel but what can be done. */
export const ownFeed = {
  topic: 'own:{personId}',
  params: { personId: Id },
  permission: 'own.read',
  snapshot: getOwn,
  events: ownEvents,
  pushes: {},
  signals: {},
  apply: applyOwn,
} as const

/** `ownChannel` for whoever shows what they are told and does nothing yet: the app's first screen comes without the commands of every noun. */
export const toldOwnChannel = defineChannel(ownFeed)
