import { EDIT_WINDOW_MINUTES } from '@weft/contract/conversations/shapes.ts'
import { Menu, type MenuItem } from '@weft/ui/menu/menu.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { Copy, Pencil, Undo2 } from 'lucide-react'
import { useSession } from '../../shell/session/session-context.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import type { Changing } from './change-message.tsx'
import type { Find } from './use-conversation.ts'

interface MessageActsProps {
  id: string
  find: Find
  onChange: (changing: Changing) => void
}

/** What can be done with one message: my own I may edit for ten minutes, then correct; a coordinator may withdraw a colleague's. */
export function MessageActs({ id, find, onChange }: MessageActsProps) {
  const { conversation: words, house } = useWords()
  const { accountId, hat } = useSession()
  const toast = useToast()
  const now = useNow()
  const found = find(id)
  if (!found) return null
  const { message } = found
  const isOwn = message.author?.accountId === accountId && message.author.isTeam
  const isFresh = now - Date.parse(message.sentAt) < EDIT_WINDOW_MINUTES * 60_000
  const mayWithdraw = isOwn || (hat === 'coordinator' && message.author?.isTeam === true)
  const items: MenuItem[] = []
  if (isOwn && message.kind !== 'auto')
    items.push(
      isFresh
        ? { label: words.edit, icon: Pencil, onPick: () => onChange({ ...found, how: 'edit' }) }
        : { label: words.correct, icon: Pencil, onPick: () => onChange({ ...found, how: 'correct' }) },
    )
  items.push({
    label: words.copy,
    icon: Copy,
    onPick: () => void navigator.clipboard?.writeText(message.body).then(() => toast({ text: house.copied })),
  })
  if (mayWithdraw)
    items.push({ label: words.withdraw, icon: Undo2, onPick: () => onChange({ ...found, how: 'withdraw' }) })
  return <Menu label={words.acts} iconOnly items={items} />
}
