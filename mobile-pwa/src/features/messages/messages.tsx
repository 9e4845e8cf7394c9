import { useOutbox } from '@weft/channels/react'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Empty, Loading, Updated } from '@weft/ui/house-state/house-state.tsx'
import { useConversations } from '../../shell/conversations.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useStay } from '../../shell/session.tsx'
import { isHeldUp, isMessage } from '../../shell/unsent.ts'
import { useOnline } from '../../shell/use-online.ts'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ListedConversation } from './listed-conversation.tsx'
import { useHiddenRows } from './use-hidden-rows.ts'
import { useSteadyOrder } from './use-steady-order.ts'
import './messages.css'

/** Every conversation, and whether anything waits (experience.md P6). */
export default function Messages() {
  const words = useWords()
  const dates = useDates()
  const { session } = useStay()
  const channel = useConversations()
  const { items } = useOutbox()
  const isOnline = useOnline()
  const savedAt = useSavedAt(channel.topic, channel.status)
  const { rows: all, hold } = useSteadyOrder(channel.rows)
  const { shown: rows, change: hideRow } = useHiddenRows(all)
  useScreen({ title: words.messages.title })

  if (channel.status === 'refused') return <NotHere />
  if (!channel.rows) return <Loading shape="rows" onTryAgain={channel.retry} />
  if (all.length === 0) {
    return session.hat === 'carer' ? (
      <Empty>{words.messages.emptyCarer}</Empty>
    ) : (
      <Empty
        action={
          <LinkButton kind="primary" href="/invite">
            {words.messages.haveCode}
          </LinkButton>
        }
      >
        {words.messages.empty}
      </Empty>
    )
  }

  const unsentIn = (conversationId: string) =>
    items.filter((item) => isMessage(item) && isHeldUp(item, isOnline) && item.input.conversationId === conversationId)
      .length
  const listed = (isOpen: boolean) =>
    rows
      .filter((row) => (row.state === 'open') === isOpen)
      .map((row) => (
        <ListedConversation key={row.conversationId} row={row} unsent={unsentIn(row.conversationId)} onHide={hideRow} />
      ))
  const finished = listed(false)
  return (
    <>
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={{ updated: words.app.updated }} />}
      <ul className="messages" {...hold}>
        {listed(true)}
      </ul>
      {finished.length > 0 && (
        <section aria-labelledby="finished">
          <h2 id="finished" className="messages__finished">
            {words.messages.finished}
          </h2>
          <ul className="messages">{finished}</ul>
        </section>
      )}
    </>
  )
}
