import { isKindScope, type ShareFrom } from '@weft/contract/sharing/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { RadioGroup, Switch } from '@weft/ui/choice/choice.tsx'
import { Dialog } from '@weft/ui/dialog/dialog.tsx'
import { ToastView } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Held } from './held.tsx'
import { type Said, useShareActs } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'
import './privacy.css'

interface Props {
  scope: string
  what: string
  /** The thing by its own name, where it does not stand beside the sheet. */
  name?: string
  onClose: () => void
}

/** A tick for each service by name. Each holds at once and can be undone; nothing here waits for a Save. */
export default function ShareSheet({ scope, what, name, onClose }: Props) {
  const words = useWords()
  const say = words.privacy
  const dates = useDates()
  const { shares, services, held } = useSharing()
  const acts = useShareActs()
  const [from, setFrom] = useState<ShareFrom>('now')
  const [said, setSaid] = useState<Said & { turn: number }>()
  const done = (next: Said) => setSaid((before) => ({ ...next, turn: (before?.turn ?? 0) + 1 }))
  const shareWith = (serviceId: string) =>
    shares.find((share) => share.scope === scope && share.serviceId === serviceId)
  const open = services.filter((service) => !service.isLeaving || shareWith(service.serviceId))
  const isKind = isKindScope(scope)

  return (
    <Dialog title={say.whoTitle} shape="sheet" onClose={onClose} words={{ close: words.app.close }}>
      <div className="share-sheet">
        {name && (
          <p>
            <strong>
              <bdi dir="auto">{name}</bdi>
            </strong>
          </p>
        )}
        {open.length === 0 && (
          <>
            <p>{say.noServices}</p>
            <LinkButton href="/invite">{words.messages.haveCode}</LinkButton>
          </>
        )}
        {isKind && open.some((service) => !shareWith(service.serviceId)) && (
          <RadioGroup
            legend={say.fromLegend}
            look="chips"
            value={from}
            onChange={setFrom}
            options={(['now', 'everything'] as const).map((value) => ({ value, label: say.from[value] }))}
          />
        )}
        {open.map((service) => {
          const share = shareWith(service.serviceId)
          return (
            <Switch
              key={service.serviceId}
              label={<bdi>{service.name}</bdi>}
              hint={share ? say.seesSince(dates.since(share.startedAt)) : say.seesNothing}
              isOn={share !== undefined}
              onChange={(isOn) => {
                if (share && !isOn) done(acts.stop(share, what))
                if (!share && isOn) done(acts.share(service, scope, isKind ? from : 'everything', what))
              }}
            />
          )
        })}
        <Held held={held} scope={scope} />
        <p className="share-sheet__note">{say.noOverride}</p>
        {/* Inside the sheet: what is outside of it cannot be pressed or heard while it is open. */}
        <div role="status">
          {said && (
            <ToastView
              key={said.turn}
              text={said.text}
              onUndo={said.onUndo}
              onEnd={() => setSaid(undefined)}
              words={{ undo: say.undo }}
            />
          )}
        </div>
      </div>
    </Dialog>
  )
}
