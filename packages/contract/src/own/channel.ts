import { defineChannel } from '@weft/channels/define'
import { Id } from '../scalars.ts'
import { getOwn } from './operations.ts'
import { applyOwn, ownEvents, ownPushes } from './parts.ts'

/** What a person owns, on all their devices. Its audience is the person, in the patient hat, and nobody else. */
export const ownChannel = defineChannel({
  topic: 'own:{personId}',
  params: { personId: Id },
  permission: 'own.read',
  snapshot: getOwn,
  events: ownEvents,
  pushes: ownPushes,
  signals: {},
  apply: applyOwn,
})
