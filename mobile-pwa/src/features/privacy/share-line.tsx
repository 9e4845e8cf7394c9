import { WhoCanSee } from '@weft/ui/who-can-see/who-can-see.tsx'
import { lazy, Suspense, useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Held } from './held.tsx'
import { whatOf } from './things.ts'
import { useSharing } from './use-sharing.ts'
import './share-line.css'

const ShareSheet = lazy(() => import('./share-sheet.tsx'))

export interface ShareLineProps {
  /** What is shared: `sleep`, `goal:{id}`, … */
  scope: string
  /** It in a sentence, “{service} can see … from now”; the words of its kind unless told. */
  what?: string
  /** This one is kept private though its kind is shared. */
  isPrivate?: boolean
}

/**
 * Who can see it, beside where it is written: “Only you can see this”, “You and Health Coaching since 3 November”. A press opens a tick for
 * each service by name. What is on its way says so: a stop that has not arrived has not stopped anything.
 */
export function ShareLine({ scope, what, isPrivate = false }: ShareLineProps) {
  const words = useWords()
  const say = words.privacy
  const dates = useDates()
  const { shares, serviceOf, held } = useSharing()
  const [isOpen, setOpen] = useState(false)
  const open = isPrivate ? [] : shares.filter((share) => share.scope === scope)
  const names = open.map((share) => serviceOf(share.serviceId)?.name ?? say.aService)
  const together = words.language.list([say.you, ...names])
  const [only] = open
  const line = open.length === 1 && only ? say.since(together, dates.since(only.startedAt)) : together

  return (
    <div className="share-line">
      <WhoCanSee
        kind={only ? 'shared' : 'private'}
        line={only ? line : say.onlyYou}
        onPress={() => setOpen(true)}
        words={{ title: say.whoTitle, close: words.app.close }}
      />
      <Held held={held} scope={scope} />
      {isOpen && (
        <Suspense>
          <ShareSheet scope={scope} what={what ?? whatOf(scope, say)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
