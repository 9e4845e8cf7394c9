import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { Table } from '../table/table.tsx'
import { Plot } from './plot.tsx'
import { type ChartLine, type ChartPoint, labelled, middleOf, nearest, type Placed, placed } from './points.ts'
import { type ChartWords, words } from './words.ts'
import './chart.css'

export interface ChartProps {
  /** Of the measure: “Sleep”. Heads the table's column of values. */
  title: string
  /** What the chart says, in one sentence; also the picture's name. */
  sentence: string
  /** Oldest first, one for each day. */
  points: readonly ChartPoint[]
  lines: readonly ChartLine[]
  /** Short words under a day: “22 Nov”, “Fri”. */
  axisLabel: (point: ChartPoint) => string
  /** Each measure on a page has a shape of its own as well as a colour. */
  shape?: 'circle' | 'square' | 'diamond'
  /** Bars for amounts, a line for scales. */
  look?: 'bars' | 'line'
  isTable: boolean
  onTableChange: (isTable: boolean) => void
  level?: 2 | 3
  words?: Partial<ChartWords>
}

/**
 * One measure over days: a sentence, then the same as a picture or as a table, whichever was last asked for. On paper both are there.
 * Days without a value are gaps.
 */
export function Chart(props: ChartProps) {
  const { title, sentence, points, isTable, onTableChange, level = 2 } = props
  const say = usePieceWords('chart', words, props.words)
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className="wf-chart" aria-labelledby={id} data-table={isTable || undefined}>
      <Heading className="wf-chart__title" id={id}>
        {title}
      </Heading>
      <p className="wf-chart__sentence">{sentence}</p>
      <Button kind="quiet" onClick={() => onTableChange(!isTable)}>
        {isTable ? say.asChart : say.asTable}
      </Button>
      <Picture {...props} say={say} />
      <div className="wf-chart__table">
        <Table
          caption={title}
          isCaptionHidden
          columns={[
            { key: 'day', header: say.day, cell: (point: ChartPoint) => point.label },
            { key: 'value', header: title, cell: (point) => textOf(point, say) },
          ]}
          rows={[...points].reverse()}
          rowKey={(point) => point.key}
        />
      </div>
    </section>
  )
}

function textOf({ text, moment }: ChartPoint, say: ChartWords): string {
  const value = text ?? say.none
  return moment ? say.with(value, moment) : value
}

function Picture({
  title,
  sentence,
  points,
  lines,
  axisLabel,
  isTable,
  say,
  ...look
}: ChartProps & { say: ChartWords }) {
  const all = placed(points, lines)
  const [key, setKey] = useState<string>()
  const marked = all.find((one) => one.point.key === key)
  const move = (to: Placed | undefined) => to && setKey(to.point.key)
  const step = (by: number) => move(marked ? all[all.indexOf(marked) + by] : by > 0 ? all[0] : all.at(-1))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const forwards = event.currentTarget.closest('[dir]')?.getAttribute('dir') === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const steps: Record<string, () => void> = {
      ArrowLeft: () => step(forwards === 'ArrowLeft' ? 1 : -1),
      ArrowRight: () => step(forwards === 'ArrowRight' ? 1 : -1),
      Home: () => move(all[0]),
      End: () => move(all.at(-1)),
    }
    const act = steps[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  // The nearest day anywhere above or below a finger: each has the whole height of the plot to be hit.
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const fromStart = (100 * (event.clientX - box.left)) / (box.width || 1)
    move(
      nearest(all, event.currentTarget.closest('[dir]')?.getAttribute('dir') === 'rtl' ? 100 - fromStart : fromStart),
    )
  }
  return (
    <div className="wf-chart__picture" hidden={isTable}>
      <div className="wf-chart__frame">
        <ul className="wf-chart__lines" aria-hidden="true">
          {lines.map((line) => (
            <li key={line.value} style={{ insetBlockEnd: `${percentOf(line, lines)}%` }}>
              {line.label}
            </li>
          ))}
        </ul>
        <div className="wf-chart__plot">
          <Plot
            {...look}
            sentence={sentence}
            placed={all}
            lines={lines.map((line) => 100 - percentOf(line, lines))}
            width={100 / points.length}
            marked={marked}
            moments={points.flatMap((point, at) => (point.moment ? [middleOf(at, points.length)] : []))}
          />
          {all.length > 0 && (
            <button
              type="button"
              className="wf-chart__reach"
              aria-label={say.explore(title)}
              onKeyDown={onKeyDown}
              onPointerDown={onPointer}
            />
          )}
        </div>
        <ul className="wf-chart__axis" aria-hidden="true">
          {labelled(points.length).map((at) => (
            <li key={points[at]?.key} style={{ '--at': `${middleOf(at, points.length)}%` } as CSSProperties}>
              {points[at] && axisLabel(points[at])}
            </li>
          ))}
        </ul>
      </div>
      {all.length > 0 && (
        <div className="wf-chart__marker">
          <Step icon={ChevronLeft} label={say.previous} onPress={() => step(-1)} />
          <div>
            {!marked && <p className="wf-chart__choose">{say.choose}</p>}
            <p role="status">{marked && `${marked.point.label}: ${textOf(marked.point, say)}`}</p>
          </div>
          <Step icon={ChevronRight} label={say.next} onPress={() => step(1)} />
        </div>
      )}
    </div>
  )
}

function Step({ icon, label, onPress }: { icon: typeof ChevronLeft; label: string; onPress: () => void }) {
  return (
    <button type="button" className="wf-chart__step" aria-label={label} onClick={onPress}>
      <Icon of={icon} mirror />
    </button>
  )
}

function percentOf({ value }: ChartLine, lines: readonly ChartLine[]): number {
  const low = lines[0]?.value ?? 0
  const high = lines.at(-1)?.value ?? 1
  return (100 * (value - low)) / (high - low || 1)
}
