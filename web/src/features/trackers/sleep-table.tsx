import { type Days, meanShown } from '@weft/contract/trackers/overview.ts'
import type { SleepDiary, SleepEntry } from '@weft/contract/trackers/shapes.ts'
import { type SleepFigures, sleepFigures, sleepGuide } from '@weft/contract/trackers/sleep.ts'
import { Table } from '@weft/ui/table/table.tsx'
import { useWords } from '../../words/words.ts'

interface Night {
  forDate: string
  diary: SleepDiary
  figures: SleepFigures
}

/** The figures of nights logged in full, newest first, with the guide that is for clinicians alone and what to hold against it. */
export function SleepTable({ nights, days }: { nights: readonly SleepEntry[]; days: Days }) {
  const { trackers, time } = useWords()
  const { figures: say } = trackers
  const full = nights.flatMap(({ forDate, diary, zone }): Night[] => {
    const figures = diary && sleepFigures(diary, forDate, zone)
    return figures && days.from <= forDate && forDate <= days.to ? [{ forDate, diary, figures }] : []
  })
  if (full.length === 0) return null

  const mean = (valueIn: (night: Night) => number) => meanShown('sleep', full.map(valueIn)) ?? 0
  const guide = sleepGuide({
    minutesToSleep: mean((night) => night.diary.minutesToSleep ?? 0),
    minutesAwake: mean((night) => night.diary.minutesAwake ?? 0),
    efficiency:
      meanShown(
        'problem',
        full.map((night) => night.figures.efficiency),
      ) ?? 0,
  })
  const minutes = (value: number | undefined) => (value === undefined ? '' : trackers.minutes(value))
  return (
    <div className="trackers__figures">
      <Table
        caption={say.caption(full.length)}
        columns={[
          { key: 'night', header: say.night, cell: (night: Night) => time.date(night.forDate) },
          { key: 'inBed', header: say.inBed, cell: ({ figures }) => trackers.duration(figures.inBed), align: 'end' },
          { key: 'asleep', header: say.asleep, cell: ({ figures }) => trackers.duration(figures.asleep), align: 'end' },
          { key: 'toSleep', header: say.toSleep, cell: ({ diary }) => minutes(diary.minutesToSleep), align: 'end' },
          { key: 'awake', header: say.awake, cell: ({ diary }) => minutes(diary.minutesAwake), align: 'end' },
          { key: 'efficiency', header: say.efficiency, cell: ({ figures }) => `${figures.efficiency} %`, align: 'end' },
          { key: 'after', header: say.after, cell: ({ figures }) => minutes(figures.awakeInBed), align: 'end' },
          { key: 'middle', header: say.middle, cell: ({ figures }) => figures.midpoint, align: 'end' },
          {
            key: 'quality',
            header: say.quality,
            cell: ({ diary }) => diary.quality && trackers.outOf(diary.quality, 5),
            align: 'end',
          },
        ]}
        rows={full}
        rowKey={(night) => night.forDate}
      />
      {guide && <p>{say.guides[guide]}</p>}
      <p className="trackers__caveat">{say.caveat}</p>
    </div>
  )
}
