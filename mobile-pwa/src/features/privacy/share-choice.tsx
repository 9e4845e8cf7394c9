import { isKindScope } from '@weft/contract/sharing/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { CheckboxGroup, RadioGroup } from '@weft/ui/choice/choice.tsx'
import { WhoCanSee } from '@weft/ui/who-can-see/who-can-see.tsx'
import { useState } from 'react'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { Held } from './held.tsx'
import { whatOf } from './things.ts'
import { useKept } from './use-kept.ts'
import { type Said, useShareActs } from './use-share-acts.ts'
import { useSharing } from './use-sharing.ts'
import { narrow, type Width, WidthChoice } from './width-choice.tsx'
import './share-choice.css'

interface Props {
  scope: string
  /** A wider choice by which it may be seen too: `goals:{type}` of a goal that is not kept private. */
  under?: string
  what: string
  /** What is to be said of an act, with its undo. */
  onSaid: (said: Said) => void
}

/** Only me, or shared with a tick for each service by name. Each holds at once and can be undone; nothing here waits for a Save. */
export function ShareChoice({ scope, under, what, onSaid }: Props) {
  const words = useWords()
  const say = words.privacy
  const dates = useDates()
  const { shares, services, serviceOf, held } = useSharing()
  const acts = useShareActs()
  const kept = useKept(scope)
  const [width, setWidth] = useState<Width>(narrow)
  const own = shares.filter((share) => share.scope === scope)
  const shareWith = (serviceId: string) => own.find((share) => share.serviceId === serviceId)
  const wider = shares.filter((share) => share.scope === under && !shareWith(share.serviceId))
  const open = services.filter((service) => !service.isLeaving || shareWith(service.serviceId))
  const isShared = own.length + wider.length > 0
  const [who, setWho] = useWho(isShared)
  const [ticks, setTicks] = useTicks(own.map((share) => share.serviceId))
  const isKind = isKindScope(scope)

  if (open.length === 0 && !isShared)
    return (
      <>
        <WhoCanSee kind="private" line={say.onlyYou} />
        <p>{say.noServices}</p>
        <LinkButton href="/invite">{words.messages.haveCode}</LinkButton>
      </>
    )
  const pick = (next: Who) => {
    setWho(next)
    if (next === 'me' && isShared) onSaid(acts.keep(own, wider, scope, what))
  }
  const tick = (ticked: readonly string[]) => {
    const gone = ticks.find((serviceId) => !ticked.includes(serviceId))
    const stopped = gone === undefined ? undefined : shareWith(gone)
    // A tick that the device has not seen through yet cannot be taken back yet.
    if (gone !== undefined && !stopped) return
    // Whoever takes away the last tick may tick another: what they tick in stays where it is.
    setWho('shared')
    setTicks(ticked)
    if (stopped) onSaid(acts.stop(stopped, what))
    const started = open.find(({ serviceId }) => ticked.includes(serviceId) && !ticks.includes(serviceId))
    if (!started) return
    onSaid(acts.share(started, scope, isKind ? width.from : 'everything', what, { kept, isWithKept: width.isWithKept }))
    setWidth({ ...width, isWithKept: false })
  }
  return (
    <div className="share-choice">
      <RadioGroup
        legend={<span className="visually-hidden">{say.whoTitle}</span>}
        value={who}
        onChange={pick}
        options={(['me', 'shared'] as const).map((value) => ({ value, label: say.choose[value] }))}
      />
      {who === 'shared' && (
        <div className="share-choice__with">
          {isKind && open.some((service) => !shareWith(service.serviceId)) && (
            <WidthChoice scope={scope} keptCount={kept.length} width={width} onChange={setWidth} />
          )}
          <CheckboxGroup
            legend={say.sharedWith}
            hint={isShared ? undefined : say.nobodyYet}
            value={ticks}
            onChange={tick}
            options={open.map((service) => {
              const share = shareWith(service.serviceId)
              const hint = share ? say.seesSince(dates.since(share.startedAt)) : undefined
              return { value: service.serviceId, label: <bdi>{service.name}</bdi>, hint }
            })}
          />
          {wider.map((share) => (
            <p key={share.shareId} className="share-choice__note">
              {say.through(serviceOf(share.serviceId)?.name ?? say.aService, whatOf(share.scope, say))}
            </p>
          ))}
        </div>
      )}
      <Held held={held} scope={scope} />
      <p className="share-choice__note">{say.noOverride}</p>
    </div>
  )
}

type Who = 'me' | 'shared'

/** What was picked holds at once, before the device has done it, and until something else is so. “Shared” with nobody ticked is on its way. */
function useWho(isShared: boolean): [Who, (picked: Who) => void] {
  const [picked, setPicked] = useState<Who>()
  const [was, setWas] = useState(isShared)
  if (was !== isShared) {
    setWas(isShared)
    if (isShared || picked === 'me') setPicked(undefined)
  }
  return [picked ?? (isShared ? 'shared' : 'me'), setPicked]
}

/** The same for ticks: as they were set, until what is shared changes. */
function useTicks(shared: readonly string[]): [readonly string[], (ticked: readonly string[]) => void] {
  const [picked, setPicked] = useState<readonly string[]>()
  const now = shared.join(' ')
  const [was, setWas] = useState(now)
  if (was !== now) {
    setWas(now)
    setPicked(undefined)
  }
  return [picked ?? shared, setPicked]
}
