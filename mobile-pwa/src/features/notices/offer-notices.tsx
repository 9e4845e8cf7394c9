import { useOutbox } from '@weft/channels/react'
import { getNoticeSettings } from '@weft/contract/notifications/operations.ts'
import { Button } from '@weft/ui/button/button.tsx'
import { Card } from '@weft/ui/card/card.tsx'
import { useToast } from '@weft/ui/toast/toast.tsx'
import { useState } from 'react'
import { NoPush, pushAbility, takesNotices, turnOnPush } from '../../device/push.ts'
import { useConversations } from '../../shell/conversations.tsx'
import { useStay } from '../../shell/session.tsx'
import { call } from '../../wire/call.ts'
import { problemWords } from '../../words/problem-words.ts'
import { useWords } from '../../words/words-provider.tsx'

const askedAt = 'weft.notices-asked'
const ASK_AGAIN_MS = 60 * 86_400_000
/** The start's own choices are no entry. */
const noEntry = ['choices.change', 'conversation.read']

/** Offered once, after the first entry was saved or the first reply came; “Not now” is remembered for 60 days (experience.md P4). */
export function OfferNotices() {
  const words = useWords()
  const say = words.notices.offer
  const toast = useToast()
  const { session } = useStay()
  const hasOccasion = useOccasion()
  const [isOver, setOver] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const ability = pushAbility()
  const mayAsk = ability === 'by-hand' || (ability === 'can' && Notification.permission === 'default')
  if (isOver || !hasOccasion || !mayAsk || session.sharedDevice || wasAsked() || takesNotices(session.accountId))
    return null

  const end = () => {
    localStorage.setItem(askedAt, new Date().toISOString())
    setOver(true)
  }
  const accept = async () => {
    setBusy(true)
    try {
      const { pushKey } = await call(getNoticeSettings, {})
      if (pushKey) await turnOnPush(session.accountId, pushKey)
      toast({ text: say.done })
      end()
    } catch (error) {
      toast({ text: error instanceof NoPush ? words.notices.here.blocked : problemWords(error, words) })
      if (error instanceof NoPush) end()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card
      title={say.title}
      action={
        <>
          {ability === 'can' && (
            <Button
              kind="primary"
              onClick={() => void accept()}
              busy={isBusy ? words.notices.here.turningOn : undefined}
            >
              {say.yes}
            </Button>
          )}
          <Button onClick={end}>{say.notNow}</Button>
        </>
      }
    >
      <p>{words.notices.fixed}</p>
      {ability === 'by-hand' && <p>{words.settings.installIos}</p>}
    </Card>
  )
}

function wasAsked(): boolean {
  const at = Date.parse(localStorage.getItem(askedAt) ?? '')
  return Date.now() - at < ASK_AGAIN_MS
}

/** Something of the person's was saved, or their team wrote back. */
function useOccasion(): boolean {
  const { items } = useOutbox()
  const { rows = [] } = useConversations()
  const hasSaved = items.some((item) => item.state === 'sent' && !noEntry.includes(item.push ?? item.operation.name))
  return hasSaved || rows.some((row) => row.last && !row.last.isOwn)
}
