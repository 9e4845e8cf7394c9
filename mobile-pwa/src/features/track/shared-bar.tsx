import { Notice } from '@weft/ui/notice/notice.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { useSharing } from '../privacy/use-sharing.ts'
import type { Shown } from './measures.ts'

/** Who sees which of what is on this page, by name: “Shared with Health Coaching: Sleep. Only you: Mood.” */
export function SharedBar({ shown }: { shown: readonly Shown[] }) {
  const words = useWords()
  const { overview } = words.track
  const { shares, services } = useSharing()
  const list = (all: readonly Shown[]) => all.map((one) => one.title).join(', ')
  const isShared = ({ scope }: Shown) => shares.some((share) => share.scope === scope)
  const lines = services.flatMap(({ serviceId, name }) => {
    const seen = shown.filter(({ scope }) =>
      shares.some((share) => share.serviceId === serviceId && share.scope === scope),
    )
    return seen.length > 0 ? [overview.sharedWith(name, list(seen))] : []
  })
  const own = shown.filter((one) => !isShared(one))
  return (
    <Notice tone={lines.length > 0 ? 'info' : 'private'}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {own.length > 0 && <p>{overview.onlyYou(list(own))}</p>}
    </Notice>
  )
}
