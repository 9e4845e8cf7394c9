import { defineOwnPart } from '../own/part.ts'
import { foreseeAnswer, foreseeKept, foreseeShare, withoutShare } from './apply.ts'
import { answerAsk, keepSharing, startSharing, stopSharing } from './operations.ts'
import { sharingSlice } from './own-slice.ts'

/** What can be done about it. */
export const sharingPart = defineOwnPart({
  ...sharingSlice,
  pushes: {
    'share.start': startSharing,
    'share.stop': stopSharing,
    'share.keep': keepSharing,
    'share.answerAsk': answerAsk,
  },
  foresee: {
    'share.start': foreseeShare,
    'share.stop': withoutShare,
    'share.keep': foreseeKept,
    'share.answerAsk': foreseeAnswer,
  },
})
