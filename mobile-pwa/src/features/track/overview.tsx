import { spans } from '@weft/contract/trackers/overview.ts'
import { Button, LinkButton } from '@weft/ui/button/button.tsx'
import { Chart } from '@weft/ui/chart/chart.tsx'
import { RadioGroup } from '@weft/ui/choice/choice.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { Icon } from '@weft/ui/icon/icon.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwned } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useSavedAt } from '../../shell/use-saved-at.ts'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { ShareLine } from '../privacy/share-line.tsx'
import { DayList } from './day-list.tsx'
import { download } from './download.ts'
import { measuresOf } from './measures.ts'
import { Moments } from './moments.tsx'
import { axisDay, dayOf } from './say.ts'
import { SharedBar } from './shared-bar.tsx'
import { useWindow } from './use-window.ts'
import './overview.css'
import './track.css'

/** Patterns without judgement (experience.md P15): a sentence first, then each measure on the same days, then every day with its notes. */
export default function Overview() {
  const words = useWords()
  const { overview } = words.track
  const dates = useDates()
  const owned = useOwned()
  const savedAt = useSavedAt(owned.topic, owned.status)
  const view = useWindow()
  const { days, span, trackers, today } = view
  useScreen({ title: overview.title, back: '/track' })

  const shown = measuresOf(trackers, days, span, { words, dates })
  const isEmpty = trackers.sleep.length + trackers.ratings.length + trackers.moods.length === 0
  if (isEmpty && !view.isKnown) return <OwnLoading shape="card" />
  if (isEmpty)
    return (
      <Empty
        action={
          <LinkButton kind="primary" href="/track">
            {overview.logToday}
          </LinkButton>
        }
      >
        {overview.empty}
      </Empty>
    )

  const hasToday = [trackers.sleep, trackers.moods, trackers.ratings].some((all) =>
    all.some((one) => one.forDate === today),
  )
  return (
    <div className="overview">
      <SharedBar shown={shown} />
      {savedAt && <p className="track-note">{overview.asOf(dates.since(savedAt))}</p>}
      <div className="overview__span">
        <RadioGroup
          legend={overview.span}
          look="chips"
          value={String(span)}
          onChange={(value) => view.setSpan(Number(value) as typeof span)}
          options={spans.map((count) => ({ value: String(count), label: overview.days(count) }))}
        />
        <div className="track-day">
          <button type="button" className="track-step" aria-label={overview.earlier(span)} onClick={view.goEarlier}>
            <Icon of={ChevronLeft} mirror />
          </button>
          <p>{overview.fromTo(dayOf(days.from, dates), dayOf(days.to, dates))}</p>
          {view.later && (
            <button type="button" className="track-step" aria-label={overview.later(span)} onClick={view.goLater}>
              <Icon of={ChevronRight} mirror />
            </button>
          )}
        </div>
      </div>
      {!hasToday && (
        <LinkButton kind="primary" block href="/track">
          {overview.logToday}
        </LinkButton>
      )}
      {view.needsInternet && <Notice tone="info" title={overview.needsInternet} />}
      {shown.map(({ key, scope, ...chart }) => (
        <div key={key} className="overview__measure">
          <Chart
            {...chart}
            axisLabel={(point) => axisDay(point.key, span, dates)}
            isTable={view.isTable}
            onTableChange={view.setTable}
          />
          <ShareLine scope={scope} />
        </div>
      ))}
      <Moments moments={trackers.moments} days={days} today={today} />
      <DayList trackers={trackers} days={days} />
      <div className="overview__acts">
        <Button block onClick={() => print()}>
          {overview.print}
        </Button>
        <Button block onClick={() => download(trackers, days, words, dates)}>
          {overview.download}
        </Button>
      </div>
    </div>
  )
}
