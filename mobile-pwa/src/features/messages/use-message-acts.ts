import { useOutbox } from '@weft/channels/react'
import { hideMessage, withdrawMessage } from '@weft/contract/conversations/operations.ts'
import type { Message } from '@weft/contract/conversations/shapes.ts'
import type { SendActs } from '@weft/ui/send-mark/send-mark.tsx'
import type { MessageItem } from '@weft/ui/thread/items.ts'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useEffect, useRef, useState } from 'react'
import { go } from '../../shell/router.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { ConversationChannel } from './open-conversation.tsx'
import type { Composing } from './use-composing.ts'

interface Parts {
  channel: ConversationChannel
  composing: Composing
  markUnread: (fromNumber: number) => Promise<void>
}

/** What waits for a named confirm, or for a way on. */
export type Asked = { act: 'withdraw'; message: Message } | { act: 'delete'; itemId: string } | { act: 'other-ways' }

/** Everything that can be done with one message, stored or still on this device. The same object for as long as the thread is open. */
export function useMessageActs(parts: Parts) {
  const words = useWords()
  const toast = useToast()
  const outbox = useOutbox()
  const [asked, ask] = useState<Asked>()
  const now = { ...parts, words, toast, outbox, ask }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })
  const [acts] = useState(() => createActs(() => latest.current))
  return { acts, asked, stay: () => ask(undefined) }
}

type Latest = Parts & {
  words: ReturnType<typeof useWords>
  toast: ReturnType<typeof useToast>
  outbox: ReturnType<typeof useOutbox>
  ask: (asked: Asked | undefined) => void
}

function createActs(latest: () => Latest) {
  /** Done at once, or said why not. */
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      return true
    } catch (error) {
      const { toast, words } = latest()
      toast({ text: problemWords(error, words) })
      return false
    }
  }
  const hide = async (
    { conversationId, messageId }: Pick<Message, 'conversationId' | 'messageId'>,
    hidden: boolean,
  ) => {
    const isDone = await attempt(() => call(hideMessage, { conversationId, messageId, hidden }))
    if (!isDone || !hidden) return
    const { toast, words } = latest()
    toast({ text: words.conversation.hiddenNow, onUndo: () => void hide({ conversationId, messageId }, false) })
  }
  const copy = (text: string) => {
    const { toast, words } = latest()
    navigator.clipboard?.writeText(text).then(
      () => toast({ text: words.conversation.copied }),
      () => {}, // the browser said no; the words can still be selected by hand
    )
  }

  return {
    copy,
    hide,
    reply: (message: Message) => latest().composing.replyTo(message.messageId),
    edit: (message: Message) => latest().composing.begin({ kind: 'edit', message, text: message.body }),
    correct: (message: Message) => latest().composing.begin({ kind: 'correct', message, text: message.body }),
    askWithdraw: (message: Message) => latest().ask({ act: 'withdraw', message }),
    async withdraw({ conversationId, messageId }: Message) {
      latest().ask(undefined)
      await attempt(() => call(withdrawMessage, { conversationId, messageId }))
    },
    async unread(message: Message) {
      if (!(await attempt(() => latest().markUnread(message.number)))) return
      const { toast, words } = latest()
      toast({ text: words.messages.markedUnread })
      go('/messages')
    },
    discard(itemId: string) {
      latest().ask(undefined)
      void latest().outbox.discard(itemId)
    },
    /** Looked up when pressed, not when drawn: a row is drawn before the outbox has told the screen of it. */
    sendActsFor(item: MessageItem): SendActs {
      const withHeld = (act: (itemId: string) => void) => () => {
        const held = latest().channel.pending.find((one) => one.input.messageId === item.id)
        if (held) act(held.id)
      }
      return {
        onEdit: withHeld((itemId) => {
          void latest().outbox.discard(itemId)
          latest().composing.restore(item.text)
        }),
        onDelete: withHeld((itemId) => latest().ask({ act: 'delete', itemId })),
        onTryAgain: withHeld((itemId) => latest().outbox.retry(itemId)),
        onCopy: () => copy(item.text),
        onOtherWays: () => latest().ask({ act: 'other-ways' }),
      }
    },
  }
}

export type Acts = ReturnType<typeof createActs>
