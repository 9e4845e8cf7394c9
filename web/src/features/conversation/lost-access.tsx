import { useChannelClient } from '@weft/channels/react'
import { Button } from '@weft/ui/button/button.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useEffect, useRef, useState } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'
import { draftsOf } from '../../shell/drafts.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { changePlace, replyPlace } from './places.ts'

interface LostAccessProps {
  conversationId: string
  /** The note thread beside it, if that was known. */
  noteConversationId: string | undefined
  /** The message whose words were being changed, if any. */
  changingId?: string
  onClose?: () => void
}

/** The conversation went while it was open. What its reader was writing is theirs, and can be taken along. */
export function LostAccess({ conversationId, noteConversationId, changingId, onClose }: LostAccessProps) {
  const { conversation: words, house } = useWords()
  const { accountId } = useSession()
  const announcer = useAnnouncer()
  const toast = useToast()
  const drafts = draftsOf(accountId)
  const { outbox } = useChannelClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [places] = useState(() => [
    replyPlace(conversationId, 'reply'),
    replyPlace(conversationId, 'note'),
    ...(changingId ? [changePlace(changingId)] : []),
  ])
  const [unsent] = useState(() =>
    outbox.list().filter(({ state, input }) => {
      const to = input.conversationId
      return state !== 'sent' && (to === conversationId || (to !== undefined && to === noteConversationId))
    }),
  )
  const [text, setText] = useState('')
  useEffect(() => {
    // Only now has the box handed over what was typed in its last moment.
    const drafted = places.map((place) => drafts.get(place))
    setText([...unsent.map(({ input }) => input.body), ...drafted].filter(Boolean).join('\n\n'))
  }, [places, drafts, unsent])
  useEffect(() => {
    announcer?.say(words.lost)
    heading.current?.focus()
  }, [announcer, words])

  const copy = async () => {
    await navigator.clipboard?.writeText(text)
    toast({ text: house.copied })
  }
  const close = () => {
    for (const place of places) drafts.set(place, '')
    for (const { id } of unsent) void outbox.discard(id)
    onClose?.()
  }
  return (
    <section className="conversation conversation--lost" data-pane="" tabIndex={-1} aria-label={words.lost}>
      <div className="lost">
        <h2 ref={heading} tabIndex={-1}>
          {words.lost}
        </h2>
        {text && (
          <>
            <p>{words.lostDraft}</p>
            <blockquote className="lost__draft" dir="auto">
              {text}
            </blockquote>
            <Button kind="primary" onClick={() => void copy()}>
              {words.copyDraft}
            </Button>
          </>
        )}
        {onClose && <Button onClick={close}>{words.closePane}</Button>}
      </div>
    </section>
  )
}
