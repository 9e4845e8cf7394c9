import type { Help } from '@weft/contract/own/choices.ts'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { Empty } from '@weft/ui/house-state/house-state.tsx'
import { ListRow, RowList } from '@weft/ui/list-row/list-row.tsx'
import { NotebookPen } from 'lucide-react'
import { useScreen } from '../../shell/frame.tsx'
import { useOwn } from '../../shell/own.tsx'
import { OwnLoading } from '../../shell/own-loading.tsx'
import { useDates, useWords } from '../../words/words-provider.tsx'
import { QuestionsDue } from '../questions/questions-due.tsx'
import { HeldEntries } from './held-entries.tsx'
import { nightIn } from './say.ts'
import { TrackRow } from './track-row.tsx'
import { useTrackers } from './use-trackers.ts'
import './track.css'

/** Log in one tap, find patterns (experience.md P8). The first that is not logged yet leads. */
export default function Track() {
  const words = useWords()
  const { track } = words
  const dates = useDates()
  const { trackers, today, isReady } = useTrackers()
  const { helpWith } = useOwn('choices').slice
  const { entries } = useOwn('diary').slice
  useScreen({ title: track.title })

  const night = trackers.sleep.find((one) => one.forDate === today)
  const moods = trackers.moods.filter((one) => one.forDate === today)
  const written = entries.find((one) => one.forDate === today && !one.deletedAt)
  const wants = (help: Help) => helpWith === undefined || helpWith.includes(help)
  const at = (recordedAt: string) => dates.time(recordedAt)
  const saved = (value: string, recordedAt: string) =>
    value ? track.loggedAt(value, at(recordedAt)) : track.logged(at(recordedAt))

  const rows = [
    ...(wants('sleep') || trackers.sleep.length > 0
      ? [
          {
            key: 'sleep',
            name: track.sleep,
            scope: 'sleep',
            href: `/track/sleep/${today}`,
            said: night && saved(nightIn(night, words), night.recordedAt),
          },
        ]
      : []),
    ...(wants('mood') || trackers.moods.length > 0
      ? [
          {
            key: 'mood',
            name: track.mood,
            scope: 'mood',
            href: '/track/mood',
            said: moods[0] && saved(track.moods.faces[moods[0].face as 1], moods[0].recordedAt),
          },
        ]
      : []),
    ...trackers.problems
      .filter((problem) => problem.state === 'active')
      .map((problem) => {
        const rating = trackers.ratings.find((one) => one.problemId === problem.problemId && one.forDate === today)
        return {
          key: problem.problemId,
          name: problem.words,
          scope: `problem:${problem.problemId}`,
          href: `/track/problems/${problem.problemId}`,
          said: rating && saved(track.problem.rated(rating.value), rating.recordedAt),
        }
      }),
  ]
  const first = rows.find((row) => !row.said)

  if (!isReady) return <OwnLoading shape="rows" />
  return (
    <div className="track">
      <HeldEntries />
      {rows.length === 0 ? (
        <Empty
          action={
            <LinkButton kind="primary" href="/track/choose">
              {track.choose}
            </LinkButton>
          }
        >
          {track.empty}
        </Empty>
      ) : (
        <ul className="track-rows" aria-label={track.title}>
          {rows.map(({ key, ...row }) => (
            <TrackRow key={key} {...row} isFirst={row.href === first?.href} />
          ))}
        </ul>
      )}
      <RowList>
        <ListRow
          icon={NotebookPen}
          title={track.diary}
          detail={written ? saved('', written.writtenAt) : track.notYet}
          href="/diary"
        />
      </RowList>
      <LinkButton block href="/track/overview">
        {track.howGoing}
      </LinkButton>
      <QuestionsDue />
      {rows.length > 0 && (
        <LinkButton kind="quiet" block href="/track/choose">
          {track.choose}
        </LinkButton>
      )}
    </div>
  )
}
