import * as z from 'zod/mini'
import { defineOwnSlice } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { withAsk, withoutAsk, withoutShare, withShare } from './apply.ts'
import { Share, ShareAsk, ShareScope, SharingService } from './shapes.ts'

/** Who can see what, on all of a person's devices, with a signal or without. */
export const sharingSlice = defineOwnSlice({
  state: z.object({ shares: z.array(Share), services: z.array(SharingService), asks: z.array(ShareAsk) }),
  empty: { shares: [], services: [], asks: [] },
  events: {
    'share.started': Share,
    'share.stopped': z.object({ serviceId: Id, scope: ShareScope }),
    /** All the services that one is with now. */
    'sharing.servicesChanged': z.object({ services: z.array(SharingService) }),
    'ask.made': ShareAsk,
    /** Yes, no, or not answered in time. */
    'ask.over': z.object({ askId: Id }),
  },
  apply: {
    'share.started': withShare,
    'share.stopped': withoutShare,
    'sharing.servicesChanged': (slice, { services }) => ({ ...slice, services }),
    'ask.made': withAsk,
    'ask.over': withoutAsk,
  },
})
