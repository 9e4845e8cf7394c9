import { isKindScope, type Share, type ShareFrom, type SharingService } from '@weft/contract/sharing/shapes.ts'
import { useWords } from '../../words/words-provider.tsx'
import { useSharing } from './use-sharing.ts'

/** What is said once it is done, and how it is taken back. */
export interface Said {
  text: string
  onUndo: () => void
}

/** Sharing and stopping, with the words that say so. Both are done at once: nothing is asked first, and each can be undone. */
export function useShareActs() {
  const say = useWords().privacy
  const { start, stop, serviceOf } = useSharing()
  const nameOf = (serviceId: string) => serviceOf(serviceId)?.name ?? say.aService
  return {
    share(service: SharingService, scope: string, from: ShareFrom, what: string): Said {
      const choice = { serviceId: service.serviceId, scope }
      void start(choice, from)
      const isAll = isKindScope(scope) && from === 'everything'
      return {
        text: isAll ? say.startedAll(service.name, what) : say.startedNow(service.name, what),
        onUndo: () => void stop(choice),
      }
    },
    stop(share: Share, what: string): Said {
      void stop(share)
      return {
        text: say.stopped(what, nameOf(share.serviceId)),
        onUndo: () => void start(share, share.from, share),
      }
    },
  }
}
