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
  const words = useWords()
  const say = words.privacy
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
    /**
     * Only me again: every choice over this one thing is stopped. Where a wider one shows it (`wider`), one over the thing alone is made and
     * stopped at once: what its owner took back by itself stays back, whatever its type (goals' `followSharing`).
     */
    keep(own: readonly Share[], wider: readonly Share[], scope: string, what: string): Said {
      const [through] = wider
      for (const share of own) void stop(share)
      if (through) {
        const alone = { serviceId: through.serviceId, scope }
        void start(alone, 'everything').then(() => stop(alone))
      }
      return {
        text: say.stopped(what, words.language.list([...own, ...wider].map(({ serviceId }) => nameOf(serviceId)))),
        onUndo: () => {
          for (const share of own) void start(share, share.from, share)
          for (const { serviceId } of wider) void start({ serviceId, scope }, 'everything')
        },
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
