import { Button } from '@weft/ui/button/button.tsx'
import { ProgressThread } from '@weft/ui/progress-thread/progress-thread.tsx'
import type { ReactNode } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwned } from '../../shell/own.tsx'
import type { Params } from '../../shell/paths.ts'
import { go } from '../../shell/router.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { StartContact } from './start-contact.tsx'
import { StartHelp } from './start-help.tsx'
import { StartPrivacy } from './start-privacy.tsx'
import { StartService } from './start-service.tsx'
import '../../shell/form.css'

const cards = [StartHelp, StartService, StartContact, StartPrivacy] as const
type Titles = readonly [string, string, string, string]

export interface CardProps {
  onDone: () => void
}

/** Four cards that shape the app (experience.md P4), each of which can be skipped; done again from Settings whenever they like. */
export default function Start({ params }: { params: Params }) {
  const words = useWords()
  const { push } = useOwned()
  const asked = Math.trunc(Number(params.card))
  const step = asked >= 1 && asked <= cards.length ? asked : 1
  const titles: Titles = [
    words.start.helpTitle,
    words.start.serviceTitle,
    words.start.contactTitle,
    words.start.privacyTitle,
  ]
  useScreen({
    title: titles[step - 1] as string,
    back: step === 1 ? '/today' : `/start/${step - 1}`,
  })
  const Card = cards[step - 1] as (props: CardProps) => ReactNode
  const isLast = step === cards.length

  const onDone = async () => {
    if (!isLast) return go(`/start/${step + 1}`)
    await push('choices.change', { isStarted: true })
    go('/today')
  }
  return (
    <div className="form">
      <ProgressThread step={step} of={cards.length} words={{ step: words.start.step }} />
      <Card key={step} onDone={onDone} />
      {!isLast && (
        <Button kind="quiet" block onClick={onDone}>
          {Card === StartService ? words.start.notNow : words.start.skip}
        </Button>
      )}
    </div>
  )
}
