import { LinkButton } from '@weft/ui/button/button.tsx'
import { Card, Tile, TileGrid } from '@weft/ui/card/card.tsx'
import { Updated } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Eye, LifeBuoy, Lightbulb, NotebookPen, Settings, Sprout, TicketCheck } from 'lucide-react'
import { Suspense } from 'react'
import { useConversations } from '../../shell/conversations.tsx'
import { useScreen } from '../../shell/frame.tsx'
import { ownScreen } from '../../shell/own-screen.tsx'
import { useStay } from '../../shell/session.tsx'
import { areMessages, placeOf, useUnsent } from '../../shell/unsent.ts'
import { useNow } from '../../shell/use-now.ts'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { DeviceNotices } from './device-notices.tsx'
import { partOfDay } from './part-of-day.ts'
import { WaitingCard } from './waiting-card.tsx'
import './today.css'

const OwnToday = ownScreen(() => import('./own-today.tsx'), ['questions', 'reminders'])

/** What matters in the next day, in one screen (experience.md P5): of its blocks, those whose features are there. */
export default function Today() {
  const words = useWords()
  const dates = useDates()
  const now = useNow()
  const { session } = useStay()
  const channel = useConversations()
  const { stuck } = useUnsent()
  const savedAt = useSavedAt(channel.topic, channel.status)
  const isCarer = session.hat === 'carer'
  const { rows } = channel
  useScreen({ title: words.today.title })

  const tiles = (
    <TileGrid label={words.today.more}>
      {isCarer ? (
        <Tile href={words.help.page} label={words.today.tiles.worried} icon={LifeBuoy} />
      ) : (
        <>
          <Tile href="/plan" label={words.today.tiles.plan} icon={Sprout} />
          <Tile href="/diary" label={words.today.tiles.diary} icon={NotebookPen} />
          <Tile href="/privacy" label={words.today.tiles.privacy} icon={Eye} />
          <Tile href="/invite" label={words.today.tiles.invite} icon={TicketCheck} />
        </>
      )}
      <Tile href="/tips" label={words.today.tiles.tips} icon={Lightbulb} />
      <Tile href="/settings" label={words.today.tiles.settings} icon={Settings} />
    </TileGrid>
  )
  return (
    <div className="today">
      <p className="today__greeting">{words.today.greeting[partOfDay(now)]}</p>
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={{ updated: words.app.updated }} />}
      <DeviceNotices />
      {stuck.length > 0 && (
        <Notice
          tone="danger"
          title={(areMessages(stuck) ? words.today.failed : words.today.failedThings)(stuck.length)}
          action={<LinkButton href={placeOf(stuck[0])}>{words.today.look}</LinkButton>}
        />
      )}
      {rows && rows.length > 0 && <WaitingCard rows={rows} />}
      {isCarer && rows?.length === 0 && (
        <Card title={words.today.welcomeTitle}>
          <p>{words.today.welcomeCarer}</p>
        </Card>
      )}
      {isCarer ? (
        tiles
      ) : (
        <Suspense>
          <OwnToday>{tiles}</OwnToday>
        </Suspense>
      )}
    </div>
  )
}
