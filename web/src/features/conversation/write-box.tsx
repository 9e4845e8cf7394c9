import { uuidv7 } from '@weft/channels/client'
import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { Composer } from '@weft/ui/composer/composer.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Tabs } from '@weft/ui/tabs/tabs.tsx'
import { type KeyboardEvent, type Ref, useEffect, useState } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'
import { draftsOf } from '../../shell/drafts.ts'
import { useEnterSends } from '../../shell/preferences/use-settings.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { useWords } from '../../words/words.ts'
import { type Box, replyPlace } from './places.ts'
import type { Conversation } from './use-conversation.ts'

export interface WriteBoxProps {
  state: ConversationState
  conversation: Conversation
  box: Box
  onBox: (box: Box) => void
  boxRef: Ref<HTMLTextAreaElement>
  isConnected: boolean
}

/** Reply and Staff note: two audiences, so two tabs with another colour, another border and another button. */
export function WriteBox({ state, conversation, box, onBox, boxRef, isConnected }: WriteBoxProps) {
  const { conversation: words, person } = useWords()
  const { accountId } = useSession()
  const { notes, thread, presence } = conversation
  const enterSends = useEnterSends()
  const announcer = useAnnouncer()
  const drafts = draftsOf(accountId)
  const { conversationId, serviceName, carer, personName } = state.head
  const name = carer?.name ?? personName
  const isNote = box === 'note'
  const place = replyPlace(conversationId, box)
  /** Nothing stands in for a note thread that is not known yet: what is meant for the team goes to the team or stays in the box. */
  const to = isNote ? presence.noteConversationId : conversationId

  const again = usePressAgain(isNote ? [] : presence.replying, enterSends)

  const send = async (body: string) => {
    if (to === undefined) throw new Error('Sent before it was known where to')
    const messageId = uuidv7()
    const { push } = isNote ? notes : thread
    const sending = push('message.send', { conversationId: to, messageId, body })
    void sending.done.then((reply) => {
      if (reply.ok) announcer?.sent(messageId)
      else announcer?.notSent(messageId, words.notSent[String(reply.problem.code)])
    })
    presence.written()
    await sending.stored
  }

  const closed = state.head.state === 'closed' ? words.closed(serviceName) : undefined
  const announceOnly = state.head.messaging === 'announce_only' && !carer ? words.announceOnly(serviceName) : undefined
  const cannotReply = !isNote && closed
  const canNote = isNote || presence.noteConversationId !== undefined
  const pressAgain = again.isHeld ? words.pressAgain(presence.replying.join(', ')) : undefined

  return (
    <div className="conversation__write" data-box={box} {...again.listeners}>
      <Tabs
        label={words.composer}
        selected={box}
        onSelect={(id) => onBox(id as Box)}
        tabs={[
          { id: 'reply', label: words.reply },
          ...(canNote ? [{ id: 'note', label: words.note, tone: 'note' as const }] : []),
        ]}
      >
        {cannotReply ? (
          <p className="conversation__closed">{closed}</p>
        ) : (
          <Composer
            key={place}
            tone={isNote ? 'note' : undefined}
            initialText={drafts.get(place)}
            onDraft={(text) => drafts.set(place, text)}
            onSend={send}
            onTyping={() => {
              announcer?.typed()
              presence.typing(isNote)
            }}
            enterSends={enterSends}
            boxRef={boxRef}
            hold={to === undefined ? words.notesNotHere : pressAgain}
            notice={
              (!isConnected || (!isNote && announceOnly)) && (
                <Notice tone="warn">{!isConnected ? words.reconnecting : announceOnly}</Notice>
              )
            }
            words={
              isNote
                ? { label: words.noteLabel, send: words.saveNote }
                : {
                    label: words.replyTo(carer ? person.withCarer(carer.name, carer.relationship) : name),
                    send: words.sendTo(name),
                  }
            }
          />
        )}
      </Tabs>
    </div>
  )
}

/**
 * While a colleague is replying, the first press says so and the second sends (experience.md W1). The composer decides what a press is; this
 * only notices that there was one, before the composer hears of it.
 */
function usePressAgain(replying: readonly string[], enterSends: boolean) {
  const [isPressed, setPressed] = useState(false)
  const isBusy = replying.length > 0
  useEffect(() => {
    if (!isBusy) setPressed(false)
  }, [isBusy])
  const listeners = {
    onSubmitCapture: () => setPressed(isBusy),
    onKeyDownCapture: ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === 'Enter' && (ctrlKey || metaKey || enterSends)) setPressed(isBusy)
    },
  }
  return { isHeld: isBusy && !isPressed, listeners }
}
