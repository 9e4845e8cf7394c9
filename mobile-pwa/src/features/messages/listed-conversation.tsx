import { readConversation } from '@weft/contract/conversations/operations.ts'
import type { ConversationRow as Row } from '@weft/contract/conversations/shapes.ts'
import { ConversationRow } from '@weft/ui/conversation-row/conversation-row.tsx'
import { Menu } from '@weft/ui/menu/menu.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { EyeOff, MailOpen } from 'lucide-react'
import { useLook } from '../../shell/look.ts'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

interface Props {
  row: Row
  unsent: number
  /** Out of sight on this phone up to this message; `undefined` brings it back. */
  onHide: (conversationId: string, through: number | undefined) => void
}

/** One row of the list, with its menu. What was hidden, and previews that are off, read “Message hidden”. */
export function ListedConversation({ row, unsent, onHide }: Props) {
  const words = useWords()
  const dates = useDates()
  const look = useLook()
  const toast = useToast()
  const { last, conversationId } = row
  const isShown = look.messagePreviews && last !== undefined && !row.hiddenMessageIds.includes(last.messageId)
  const people = words.messages.withPeople(Math.max(0, row.memberCount - 1))

  const markUnread = async () => {
    try {
      await call(readConversation, { conversationId, through: Math.max(0, (last?.number ?? 1) - 1), markUnread: true })
      toast({ text: words.messages.markedUnread })
    } catch (error) {
      toast({ text: problemWords(error, words) })
    }
  }
  const hide = () => {
    onHide(conversationId, last?.number ?? 0)
    toast({ text: words.messages.hiddenHere, onUndo: () => onHide(conversationId, undefined) })
  }
  return (
    <ConversationRow
      href={`/messages/${conversationId}`}
      name={row.serviceName}
      people={row.carer ? `${words.messages.about(row.personName)} · ${people}` : people}
      lastAuthor={isShown ? (last.isOwn ? words.messages.you : last.authorName) : undefined}
      lastLine={isShown ? last.snippet : undefined}
      time={last && dates.when(last.at)}
      at={last?.at}
      newCount={row.unread}
      unsentCount={unsent}
      words={{
        hidden: words.messages.hidden,
        newCount: words.messages.newCount,
        unsent: words.messages.notSent,
        lastMessage: words.messages.lastMessage,
      }}
      menu={
        <Menu
          label={words.messages.menuFor(row.serviceName)}
          iconOnly
          items={[
            ...(last && !last.isOwn && row.unread === 0
              ? [{ label: words.messages.markUnread, icon: MailOpen, onPick: () => void markUnread() }]
              : []),
            { label: words.messages.hide, icon: EyeOff, onPick: hide },
          ]}
        />
      }
    />
  )
}
