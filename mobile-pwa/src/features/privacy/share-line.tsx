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
  /** A wider choice by which it may be seen too: `goals:{type}` of a goal that is not kept private. */
  under?: string
  /** It in a sentence, “{service} can see … from now”; the words of its kind unless told. */
  what?: string
  /** This one is kept private though its kind is shared. */
  isPrivate?: boolean
}

/**
 * Who can see it, beside where it is written: “Only you can see this”, “You and Health Coaching since 3 November”. A press opens the choice:
 * only me, or a tick for each service by name. What is on its way says so: a stop that has not arrived has not stopped anything.
 */
export function ShareLine({ scope, under, what, isPrivate = false }: ShareLineProps) {
  const words = useWords()
  const say = words.privacy
  const dates = useDates()
  const { shares, serviceOf, held } = useSharing()
  const [isOpen, setOpen] = useState(false)
  const covering = isPrivate ? [] : shares.filter((share) => share.scope === scope || share.scope === under)
  const open = covering.filter((one, at) => covering.findIndex(({ serviceId }) => serviceId === one.serviceId) === at)
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
          <ShareSheet scope={scope} under={under} what={what ?? whatOf(scope, say)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
