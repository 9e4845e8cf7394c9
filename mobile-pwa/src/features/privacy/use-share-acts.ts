import { isKindScope, type Share, type ShareFrom, type SharingService } from '@weft/contract/sharing/shapes.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { Kept } from './use-kept.ts'
import { useSharing } from './use-sharing.ts'

/** What is said once it is done, and how it is taken back. */
export interface Said {
  text: string
  onUndo: () => void
}

/** What of a kind only its owner sees, and whether that is to be shared as well. */
interface Also {
  kept?: readonly Kept[]
  isWithKept?: boolean
}

/** One after the other, so that they are stored, and sent, in this order. */
async function inTurn(kept: readonly Kept[], act: (one: Kept) => Promise<void>): Promise<void> {
  for (const one of kept) await act(one)
}

/** Sharing and stopping, with the words that say so. Both are done at once: nothing is asked first, and each can be undone. */
export function useShareActs() {
  const words = useWords()
  const say = words.privacy
  const { start, stop, serviceOf } = useSharing()
  const nameOf = (serviceId: string) => serviceOf(serviceId)?.name ?? say.aService
  return {
    /** Of a kind shared with everything, the things that are kept stay so, unless the person shares those as well: each by a choice of its own. */
    share(service: SharingService, scope: string, from: ShareFrom, what: string, also: Also = {}): Said {
      const { serviceId, name } = service
      const choice = { serviceId, scope }
      const isAll = isKindScope(scope) && from === 'everything'
      const { kept = [], isWithKept = false } = isAll ? also : {}
      const shown = isWithKept ? kept : []
      const begun = start(choice, from).then(() => inTurn(shown, (one) => one.show(serviceId)))
      const saidOfAll =
        kept.length > shown.length ? say.startedAllBut(name, what, kept.length) : say.startedAll(name, what)
      return {
        text: isAll ? saidOfAll : say.startedNow(name, what),
        onUndo: () => void begun.then(() => stop(choice)).then(() => inTurn(shown, (one) => one.hide(serviceId))),
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
