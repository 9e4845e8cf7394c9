import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Checkbox } from '@weft/ui/choice/choice.tsx'
import { Composer } from '@weft/ui/composer/composer.tsx'
import { ReplyPromise } from '@weft/ui/reply-promise/reply-promise.tsx'
import { useEffect, useRef } from 'react'
import { useAnnouncer } from '../../shell/announcing.tsx'
import { useLook } from '../../shell/look.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { ConversationChannel } from './open-conversation.tsx'
import type { Composing } from './use-composing.ts'
import { usePromise } from './use-promise.ts'
import { useSend } from './use-send.ts'

interface Props {
  channel: ConversationChannel
  state: ConversationState
  composing: Composing
  isFirst: boolean
}

/** The promise, what the message answers, and the box itself. The first time and out of hours the whole notice stands above it. */
export function ComposerBar({ channel, state, composing, isFirst }: Props) {
  const words = useWords()
  const look = useLook()
  const announcer = useAnnouncer()
  const { aim, promised, isOpen } = usePromise(state)
  const send = useSend(channel, composing)
  const { draft, task, turn } = composing
  const { head } = state
  const box = useFocusOnTask(task, draft?.replyToId)
  if (!draft) return null

  const say = words.conversation
  const isNew = task.kind === 'new'
  const wording = {
    new: { label: say.composer, send: say.send },
    edit: { label: say.editing, send: say.saveEdit, notKept: say.editNotSaved },
    correct: { label: say.correcting, send: say.sendCorrection },
  }[task.kind]
  const needsNotice = isNew && (isFirst || (!isOpen && !state.awaiting))

  return (
    <Composer
      key={`${head.conversationId} ${turn}`}
      initialText={isNew ? draft.text : task.text}
      onSend={send}
      onDraft={composing.onDraft}
      onTyping={announcer.typed}
      enterSends={look.enterToSend && matchMedia('(pointer: fine)').matches}
      words={wording}
      boxRef={box}
      notice={
        <>
          {/* Out of hours the promise under the notice says when, and why not sooner. */}
          {needsNotice && <p className="conversation__notice">{say.notice(head.serviceName, isOpen ? aim : '')}</p>}
          {isNew && !(needsNotice && isOpen) && <ReplyPromise promise={promised} />}
          {isNew && draft.replyToId && (
            <Replying state={state} replyToId={draft.replyToId} onStop={() => composing.replyTo(undefined)} />
          )}
          {!isNew && (
            <p className="conversation__task">
              <bdi>{task.message.body}</bdi>
              <Button kind="quiet" onClick={composing.stop}>
                {say.stopEditing}
              </Button>
            </p>
          )}
          {isNew && head.kind === 'carer_team' && (
            <Checkbox
              label={say.keepFrom(head.personName)}
              checked={draft.keepFromPerson ?? false}
              onChange={(event) => composing.keepFromPerson(event.target.checked)}
            />
          )}
        </>
      }
    />
  )
}

/** What was picked from a message's menu is written in the box: focus goes there. Opening a conversation leaves it alone. */
function useFocusOnTask(task: Composing['task'], replyToId: string | undefined) {
  const box = useRef<HTMLTextAreaElement>(null)
  const before = useRef({ task, replyToId })
  useEffect(() => {
    const isNewTask = before.current.task !== task && (task.kind !== 'new' || before.current.task.kind !== 'new')
    const isNewReply = replyToId !== undefined && before.current.replyToId !== replyToId
    before.current = { task, replyToId }
    if (isNewTask || isNewReply) box.current?.focus()
  }, [task, replyToId])
  return box
}

function Replying({ state, replyToId, onStop }: { state: ConversationState; replyToId: string; onStop: () => void }) {
  const words = useWords()
  const message = state.messages.find((one) => one.messageId === replyToId)
  return (
    <p className="conversation__task">
      <span>{words.conversation.replyingTo(message?.author?.name ?? state.head.serviceName)}</span>
      <Button kind="quiet" onClick={onStop}>
        {words.conversation.stopReply}
      </Button>
    </p>
  )
}
