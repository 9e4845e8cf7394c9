import { uuidv7 } from '@weft/channels/client'
import type { Reply } from '@weft/channels/define'
import { Button } from '@weft/ui/button/button.tsx'
import { Composer } from '@weft/ui/composer/composer.tsx'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { draftsOf } from '../../shell/drafts.ts'
import { useSession } from '../../shell/session/session-context.ts'
import { deviceZone } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import { changePlace } from './places.ts'
import type { Conversation, Found } from './use-conversation.ts'

export interface Changing extends Found {
  how: 'edit' | 'correct' | 'withdraw'
}

interface ChangeProps extends Changing {
  name: string
  conversation: Conversation
  onDone: () => void
}

/** Changing what was said: never silently. The box of the message stands where one writes, with what it will do above it. */
export function ChangeMessage(props: ChangeProps) {
  return props.how === 'withdraw' ? <Withdraw {...props} /> : <Rewrite {...props} />
}

function Rewrite({ message, isNote, how, name, conversation, onDone }: ChangeProps) {
  const { conversation: words, time } = useWords()
  const { accountId } = useSession()
  const toast = useToast()
  const drafts = draftsOf(accountId)
  /** The words of an edit that came too late: they go on as a correction. */
  const [late, setLate] = useState<string>()
  const isLate = useRef(false)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { conversationId, messageId } = message
  const place = changePlace(messageId)
  const { push } = isNote ? conversation.notes : conversation.thread
  const at = time.clock(message.sentAt, deviceZone())
  const isEdit = how === 'edit' && late === undefined

  const leave = () => {
    drafts.set(place, '')
    onDone()
  }
  const failed = (reply: Reply) => {
    if (reply.ok) return
    toast({ text: words.problem })
  }
  const save = async (body: string) => {
    if (body === message.body) return leave()
    if (isEdit) {
      const sending = push('message.edit', { conversationId, messageId, body, editId: uuidv7() })
      await sending.stored
      // The server's clock decides about the ten minutes; what was written then becomes a correction.
      const reply = await sending.done
      if (!reply.ok && reply.problem.code === 'too-late-to-edit') {
        isLate.current = true
        drafts.set(place, body)
        setLate(body)
        return
      }
      failed(reply)
    } else {
      const sending = push('message.correct', { conversationId, correctsId: messageId, messageId: uuidv7(), body })
      await sending.stored
      void sending.done.then(failed)
    }
    leave()
  }

  const notice: ReactNode =
    late !== undefined ? (
      <Notice tone="warn">{words.tooLate}</Notice>
    ) : (
      <p>{isEdit ? words.editing(at) : words.correcting(at)}</p>
    )
  return (
    <div className="conversation__write" data-box={isNote ? 'note' : 'reply'}>
      <Composer
        key={isEdit ? 'edit' : 'correct'}
        tone={isNote ? 'note' : undefined}
        initialText={late ?? (drafts.get(place) || message.body)}
        onDraft={(text) => {
          if (isEdit && isLate.current) return // the box of the edit empties itself on its way out
          drafts.set(place, text === message.body ? '' : text)
        }}
        onSend={save}
        boxRef={box}
        notice={notice}
        tools={
          <Button kind="quiet" onClick={leave}>
            {words.stopEditing}
          </Button>
        }
        words={{
          label: isEdit ? words.edit : words.correct,
          send: isEdit ? words.saveEdit : isNote ? words.saveNote : words.sendCorrection(name),
        }}
      />
    </div>
  )
}

function Withdraw({ message, isNote, name, conversation, onDone }: ChangeProps) {
  const { conversation: words } = useWords()
  const toast = useToast()
  const { push } = isNote ? conversation.notes : conversation.thread
  const withdraw = () => {
    const sending = push('message.withdraw', { conversationId: message.conversationId, messageId: message.messageId })
    void sending.done.then((reply) => {
      if (!reply.ok) toast({ text: words.problem })
    })
    onDone()
  }
  return (
    <Confirm
      title={words.withdrawTitle}
      act={words.withdraw}
      stay={words.withdrawKeep}
      isDanger
      onAct={withdraw}
      onStay={onDone}
    >
      <p>{isNote ? words.withdrawNoteBody : words.withdrawBody(name)}</p>
      <blockquote className="conversation__quote" dir="auto">
        {message.body}
      </blockquote>
    </Confirm>
  )
}
