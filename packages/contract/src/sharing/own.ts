import * as z from 'zod/mini'
import { defineOwnPart } from '../own/part.ts'
import { Id } from '../scalars.ts'
import { foreseeShare, withoutShare, withShare } from './apply.ts'
import { startSharing, stopSharing } from './operations.ts'
import { Share, ShareScope, SharingService } from './shapes.ts'

/** Who can see what, on all of a person's devices, with a signal or without. */
export const sharingPart = defineOwnPart({
  state: z.object({ shares: z.array(Share), services: z.array(SharingService) }),
  empty: { shares: [], services: [] },
  events: {
    'share.started': Share,
    'share.stopped': z.object({ serviceId: Id, scope: ShareScope }),
    /** All the services that one is with now. */
    'sharing.servicesChanged': z.object({ services: z.array(SharingService) }),
  },
  pushes: { 'share.start': startSharing, 'share.stop': stopSharing },
  apply: {
    'share.started': withShare,
    'share.stopped': withoutShare,
    'sharing.servicesChanged': (slice, { services }) => ({ ...slice, services }),
  },
  foresee: { 'share.start': foreseeShare, 'share.stop': withoutShare },
})
