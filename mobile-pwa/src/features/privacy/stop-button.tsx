import type { Share } from '@weft/contract/sharing/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { type Said, useShareActs } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'

interface Props {
  share: Share
  /** By the name its owner knows it by. */
  what: string
  onStopped: (said: Said) => void
}

/** Instant, no questions: stopping is never slowed. */
export function StopButton({ share, what, onStopped }: Props) {
  const say = useWords().privacy
  const { serviceOf } = useSharing()
  const acts = useShareActs()
  const service = serviceOf(share.serviceId)?.name ?? say.aService
  return (
    <Button aria-label={say.stopNamed(what, service)} onClick={() => onStopped(acts.stop(share, what))}>
      {say.stop}
    </Button>
  )
}
