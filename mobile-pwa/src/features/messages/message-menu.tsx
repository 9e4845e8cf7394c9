import { EDIT_WINDOW_MINUTES, type Message } from '@weft/contract/conversations/shapes.ts'
import { Menu, type MenuItem } from '@weft/ui/menu/menu.tsx'
import { Copy, CornerUpLeft, EyeOff, MailOpen, Pencil, PencilLine, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Words } from '../../words/words.ts'
import { useWords } from '../../words/words-provider.tsx'
import type { Acts } from './use-message-acts.ts'

interface Props {
  message: Message
  isOwn: boolean
  acts: Acts
}

const editMs = EDIT_WINDOW_MINUTES * 60_000

/** The acts on a stored message. Ten minutes after sending, Edit becomes Correct. */
export function MessageMenu({ message, isOwn, acts }: Props) {
  const words = useWords()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const left = Date.parse(message.sentAt) + editMs - Date.now()
    if (!isOwn || left <= 0) return
    const timer = setTimeout(() => setNow(Date.now()), left)
    return () => clearTimeout(timer)
  }, [isOwn, message.sentAt])
  return <Menu label={words.conversation.menu.label} iconOnly items={menuItems(message, isOwn, acts, words, now)} />
}

export function menuItems(message: Message, isOwn: boolean, acts: Acts, words: Words, now: number): MenuItem[] {
  const say = words.conversation.menu
  const isYoung = now - Date.parse(message.sentAt) < editMs
  const own: MenuItem[] = [
    isYoung
      ? { label: say.edit, icon: Pencil, onPick: () => acts.edit(message) }
      : { label: say.correct, icon: PencilLine, onPick: () => acts.correct(message) },
    { label: say.withdraw, icon: Undo2, onPick: () => acts.askWithdraw(message) },
  ]
  return [
    { label: say.reply, icon: CornerUpLeft, onPick: () => acts.reply(message) },
    { label: say.copy, icon: Copy, onPick: () => acts.copy(message.body) },
    ...(isOwn ? own : []),
    { label: say.hide, icon: EyeOff, onPick: () => void acts.hide(message, true) },
    ...(isOwn ? [] : [{ label: say.markUnread, icon: MailOpen, onPick: () => void acts.unread(message) }]),
  ]
}
