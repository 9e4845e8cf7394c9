import { LinkButton } from '@weft/ui/button/button.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'

interface TrackRowProps {
  name: string
  /** What was logged today, if anything. */
  said: string | undefined
  scope: string
  href: string
  /** The first of today that is still to be logged. */
  isFirst: boolean
}

export function TrackRow({ name, said, scope, href, isFirst }: TrackRowProps) {
  const { track } = useWords()
  return (
    <li className="track-row">
      <div className="track-row__words">
        <bdi className="track-row__name">{name}</bdi>
        <span className="track-row__said">{said ?? track.notYet}</span>
      </div>
      <LinkButton
        kind={isFirst ? 'primary' : 'secondary'}
        href={href}
        aria-label={said ? track.changeNamed(name) : track.logNamed(name)}
      >
        {said ? track.change : track.log}
      </LinkButton>
      <ShareLine scope={scope} />
    </li>
  )
}
