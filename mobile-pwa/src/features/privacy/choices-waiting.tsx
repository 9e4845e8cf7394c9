import { uuidv7 } from '@weft/channels/client'
import type { Share, ShareAsk } from '@weft/contract/sharing/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import type { Toast } from '@weft/ui/toast/toast.tsx'
import { useOwn } from '../../shell/own.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { nameOf, type Thing } from './things.ts'
import { useChoicesWaiting } from './use-choices-waiting.ts'
import { useShareActs } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'

interface Props {
  things: readonly Thing[]
  onSaid: (said: Toast) => void
}

/** What asks for a yes or a no: a team that wants to see something, and choices that are a year old. Left alone, nothing changes. */
export function ChoicesWaiting({ things, onSaid }: Props) {
  const say = useWords().privacyCentre.choices
  const { asks, old } = useChoicesWaiting()
  if (asks.length + old.length === 0) return null
  return (
    <section className="privacy__part" aria-labelledby="choices-waiting">
      <h2 id="choices-waiting">{say.title}</h2>
      {asks.map((ask) => (
        <Ask key={ask.askId} ask={ask} things={things} onSaid={onSaid} />
      ))}
      {old.map((share) => (
        <YearOld key={share.shareId} share={share} things={things} onSaid={onSaid} />
      ))}
    </section>
  )
}

function Ask({ ask, things, onSaid }: Props & { ask: ShareAsk }) {
  const { privacy, privacyCentre } = useWords()
  const say = privacyCentre.choices
  const dates = useDates()
  const { push } = useOwn('sharing')
  const { serviceOf, stop } = useSharing()
  const { askId, scope, serviceId, byName, byRole } = ask
  const service = serviceOf(serviceId)?.name ?? privacy.aService
  const what = nameOf(things, scope, privacy)
  const answer = (isYes: boolean) => {
    void push('share.answerAsk', { askId, shareId: uuidv7(), isYes, from: 'now' })
    if (isYes) onSaid({ text: privacy.startedNow(service, what), onUndo: () => void stop({ serviceId, scope }) })
    else onSaid({ text: say.saidNo(what) })
  }
  return (
    <Card
      title={say.asks(service, what)}
      titleLevel={3}
      action={
        <>
          <Button aria-label={say.yesNamed(what, service)} onClick={() => answer(true)}>
            {say.yes}
          </Button>
          <Button aria-label={say.noNamed(what, service)} onClick={() => answer(false)}>
            {say.no}
          </Button>
        </>
      }
    >
      <p>{say.askedBy([byName, byRole].filter(Boolean).join(', '), dates.since(ask.askedAt))}</p>
      <p>{say.nothingYet}</p>
    </Card>
  )
}

function YearOld({ share, things, onSaid }: Props & { share: Share }) {
  const { privacy, privacyCentre } = useWords()
  const say = privacyCentre.choices
  const dates = useDates()
  const { push } = useOwn('sharing')
  const acts = useShareActs()
  const { serviceOf } = useSharing()
  const { serviceId, scope } = share
  const service = serviceOf(serviceId)?.name ?? privacy.aService
  const what = nameOf(things, scope, privacy)
  const keep = () => {
    void push('share.keep', { serviceId, scope })
    onSaid({ text: say.kept(what, service) })
  }
  return (
    <Card
      title={say.year(what, service)}
      titleLevel={3}
      action={
        <>
          <Button aria-label={say.keepNamed(what, service)} onClick={keep}>
            {say.keep}
          </Button>
          <Button aria-label={say.endNamed(what, service)} onClick={() => onSaid(acts.stop(share, what))}>
            {say.end}
          </Button>
        </>
      }
    >
      <p>{privacy.seesSince(dates.since(share.startedAt))}</p>
      <p>{say.goOn}</p>
    </Card>
  )
}
