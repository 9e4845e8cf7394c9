import type { ConversationRow } from '@weft/contract/conversations/shapes.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useLook } from '../../shell/look.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'

/** “A message is waiting”, or nothing is and the way to write. Its words show only where previews are on. */
export function WaitingCard({ rows }: { rows: readonly ConversationRow[] }) {
  const words = useWords()
  const dates = useDates()
  const look = useLook()
  const waiting = rows.find((row) => row.unread > 0)
  const open = rows.find((row) => row.state === 'open')

  if (waiting) {
    const { last } = waiting
    const isShown = look.messagePreviews && last && !last.isOwn && !waiting.hiddenMessageIds.includes(last.messageId)
    return (
      <Card
        title={words.today.waiting}
        meta={last && <time dateTime={last.at}>{dates.when(last.at)}</time>}
        action={
          <LinkButton kind="primary" block href={`/messages/${waiting.conversationId}`}>
            {words.today.open}
          </LinkButton>
        }
      >
        <p>{words.today.waitingFrom(waiting.serviceName)}</p>
        {isShown && (
          <p className="today__preview">
            <bdi dir="auto">{`${last.authorName}: ${last.snippet}`}</bdi>
          </p>
        )}
      </Card>
    )
  }
  return (
    <Card
      action={
        open && (
          <LinkButton kind="primary" block href={`/messages/${open.conversationId}`}>
            {words.today.write(open.serviceName)}
          </LinkButton>
        )
      }
    >
      <p>{words.today.nothing}</p>
    </Card>
  )
}
