import { defineChannel } from '@weft/channels/define'
import { ownPushes } from './parts.ts'
import { ownFeed } from './told.ts'

/** What a person owns, on all their devices. Its audience is the person, in the patient hat, and nobody else. */
export const ownChannel = defineChannel({ ...ownFeed, pushes: ownPushes })
