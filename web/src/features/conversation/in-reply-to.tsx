import { useWords } from '../../words/words.ts'
import type { Find } from './use-conversation.ts'

/** The message that this one answers, in short; nothing when it is not among those loaded. */
export function InReplyTo({ id, find }: { id: string; find: Find }) {
  const { conversation: words } = useWords()
  const replyToId = find(id)?.message.replyToId
  const answered = replyToId ? find(replyToId)?.message : undefined
  if (!answered || answered.withdrawnAt) return null
  return (
    <blockquote className="conversation__quote">
      <span className="visually-hidden">{words.inReplyTo}: </span>
      <bdi>{answered.body}</bdi>
    </blockquote>
  )
}
