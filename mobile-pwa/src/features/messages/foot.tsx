import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { HelpRows } from '@weft/ui/help-panel/help-panel.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Phone } from 'lucide-react'
import { useHelpList } from '../../shell/help.ts'
import { useWords } from '../../words/words-provider.tsx'
import { ComposerBar } from './composer-bar.tsx'
import type { ConversationChannel } from './open-conversation.tsx'
import type { Composing } from './use-composing.ts'

interface Props {
  channel: ConversationChannel
  state: ConversationState
  composing: Composing
  /** This person has written nothing here yet. */
  isFirst: boolean
}

/** The composer, or in its place where to go when nobody would read what is written. */
export function Foot({ channel, state, composing, isFirst }: Props) {
  const words = useWords()
  const helpList = useHelpList()
  const { head, members } = state
  const tel = `tel:${head.phone.replaceAll(/[^\d+]/g, '')}`

  if (head.state === 'closed') {
    return (
      <section className="conversation__foot conversation__ended">
        <p>{words.conversation.ended(head.serviceName)}</p>
        <p>{words.conversation.endedHelp}</p>
        <HelpRows lines={helpList.lines.slice(0, 3)} label={words.app.help} />
      </section>
    )
  }
  const hasTeam = members.some((member) => member.isTeam)
  if (head.messaging === 'announce_only' || !hasTeam) {
    const why = hasTeam
      ? words.conversation.announceOnly(head.serviceName, head.phone)
      : words.conversation.nobody(head.phone)
    return (
      <section className="conversation__foot">
        <Notice
          tone="info"
          action={
            <LinkButton icon={Phone} href={tel}>
              {words.conversation.call(head.phone)}
            </LinkButton>
          }
        >
          <p>{why}</p>
        </Notice>
      </section>
    )
  }
  return (
    <div className="conversation__foot" ref={keepToastsAbove}>
      <ComposerBar channel={channel} state={state} composing={composing} isFirst={isFirst} />
    </div>
  )
}

/** Tells the page how tall the box is, so that a toast stands above it and never over it. */
function keepToastsAbove(foot: HTMLElement | null) {
  if (!foot || typeof ResizeObserver === 'undefined') return
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--composer', `${foot.offsetHeight}px`))
  observer.observe(foot)
  return () => {
    observer.disconnect()
    style.removeProperty('--composer')
  }
}
