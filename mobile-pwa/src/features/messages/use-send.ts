import { uuidv7 } from '@weft/channels/client'
import { useChannelClient } from '@weft/channels/react'
import { editMessage } from '@weft/contract/conversations/operations.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { CallFailed, call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { ConversationChannel } from './open-conversation.tsx'
import type { Composing } from './use-composing.ts'

/**
 * What the box's button does. A new message or a correction settles once it is safe in this device's outbox; an edit once the server has it,
 * since after ten minutes it is refused and becomes a correction.
 */
export function useSend(channel: ConversationChannel, composing: Composing): (text: string) => Promise<void> {
  const words = useWords()
  const toast = useToast()
  const { outbox } = useChannelClient()
  const { task, draft } = composing

  const stored = async (sending: { stored: Promise<{ id: string }> }) => {
    const { id } = await sending.stored
    if (outbox.list().some((item) => item.id === id && item.unsaved)) toast({ text: words.problem.phoneFull })
  }

  return async (body) => {
    if (task.kind === 'new') {
      const { replyToId, keepFromPerson } = draft ?? {}
      await stored(
        channel.push('message.send', {
          messageId: uuidv7(),
          body,
          ...(replyToId && { replyToId }),
          ...(keepFromPerson && { keepFromPerson }),
        }),
      )
      return composing.sent()
    }
    const { conversationId, messageId } = task.message
    if (task.kind === 'correct') {
      await stored(channel.push('message.correct', { correctsId: messageId, messageId: uuidv7(), body }))
      return composing.stop()
    }
    try {
      await call(editMessage, { conversationId, messageId, body, editId: uuidv7() })
      composing.stop()
    } catch (error) {
      if (!(error instanceof CallFailed) || error.code !== 'too-late-to-edit') throw error
      toast({ text: words.conversation.editTooLate })
      composing.begin({ kind: 'correct', message: task.message, text: body })
    }
  }
}
