import { Empty, Updated } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { Tabs } from '@weft/ui/tabs/tabs.tsx'
import { type Toast, useToast } from '@weft/ui/toast/toast.tsx'
import { DoorOpen, Eye } from 'lucide-react'
import { useRef, useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { NotHere } from '../../shell/not-here.tsx'
import { useOwned } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ByService } from './by-service.tsx'
import { ByThing } from './by-thing.tsx'
import { ChoicesWaiting } from './choices-waiting.tsx'
import { Held } from './held.tsx'
import { Refused } from './refused.tsx'
import { SavedCopies } from './saved-copies.tsx'
import { thingsOf } from './things.ts'
import { useSharing } from './use-sharing.ts'
import './privacy.css'

/** Who can see what, and stopping it at once (experience.md P22): of its four parts, those whose features are there. */
export default function Privacy() {
  const words = useWords()
  const say = words.privacy
  const dates = useDates()
  const toast = useToast()
  const { state, status, topic } = useOwned()
  const { shares, services, held } = useSharing()
  const savedAt = useSavedAt(topic, status)
  const [view, setView] = useState('thing')
  const list = useRef<HTMLHeadingElement>(null)
  useScreen({ title: say.title, back: '/today' })

  if (status === 'refused') return <NotHere />
  if (!state) return <OwnLoading shape="rows" />
  const things = thingsOf(state, say, dates)
  // The row that was pressed is gone: the next thing to read is the list.
  const onStopped = (said: Toast) => {
    toast(said)
    list.current?.focus()
  }

  return (
    <div className="privacy">
      {savedAt && <Updated when={dates.ago(savedAt)} at={savedAt} words={{ updated: words.app.updated }} />}
      <Notice tone="private" title={say.bannerTitle}>
        <p>{say.banner}</p>
      </Notice>
      <Held held={held} />
      <Refused things={things} />
      <ChoicesWaiting things={things} onSaid={onStopped} />
      <section className="privacy__part" aria-labelledby="who-sees-what">
        <h2 id="who-sees-what" ref={list} tabIndex={-1}>
          {say.whoSeesWhat}
        </h2>
        <p>
          <strong>{say.keptTitle}</strong> {say.kept}
        </p>
        {shares.length === 0 && <Empty>{say.nothing}</Empty>}
        <Tabs
          label={say.whoSeesWhat}
          tabs={[
            { id: 'thing', label: say.byThing },
            { id: 'service', label: say.byService },
          ]}
          selected={view}
          onSelect={setView}
        >
          {view === 'thing' ? (
            <ByThing things={things} onStopped={onStopped} />
          ) : (
            <ByService things={things} onStopped={onStopped} />
          )}
        </Tabs>
      </section>
      <SavedCopies />
      <RowList label={say.more}>
        <ListRow icon={Eye} title={say.log.title} detail={say.log.about} href="/privacy/log" />
        {services.map(({ serviceId, name, leavesAt }) => (
          <ListRow
            key={serviceId}
            icon={DoorOpen}
            title={words.privacyCentre.leave.title(name)}
            detail={leavesAt && words.privacyCentre.leave.until(dates.day(leavesAt))}
            href={`/privacy/leave/${serviceId}`}
          />
        ))}
      </RowList>
    </div>
  )
}
