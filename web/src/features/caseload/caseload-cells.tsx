import type { ReactNode } from 'react'
import { deviceZone, localDay } from '../../words/calendar.ts'
import { useWords } from '../../words/words.ts'
import type { CaseloadLine } from './caseload-rows.ts'

export type ColumnName = 'person' | 'unread' | 'last' | 'lead' | 'enrolment'

function Cell({ column, children }: { column: ColumnName; children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are what one moves between; a cell only reads
    // biome-ignore lint/a11y/useFocusableInteractive: as above
    <td role="gridcell" className="caseload__cell" data-column={column}>
      {children}
    </td>
  )
}

/** One line's cells. Of a carer only who they are; of former people their name and when it ended, nothing more. */
export function Cells({ line, now }: { line: CaseloadLine; now: number }) {
  const { caseload, person, inbox, time } = useWords()
  const { row } = line
  if (line.kind === 'carer') {
    return (
      <Cell column="person">
        <bdi>{caseload.carerOf(line.name, line.relationship)}</bdi>
      </Cell>
    )
  }
  if (line.kind === 'former') {
    return (
      <>
        <Cell column="person">
          <bdi>{row.name}</bdi>
        </Cell>
        <Cell column="enrolment">
          {row.endedAt ? caseload.ended(time.date(localDay(row.endedAt, deviceZone()))) : caseload.endedNoDate}
        </Cell>
      </>
    )
  }
  return (
    <>
      <Cell column="person">
        <bdi className="caseload__name">{row.name}</bdi>
      </Cell>
      <Cell column="unread">
        {row.unread > 0 && <span className="caseload__unread">{inbox.unread(row.unread)}</span>}
      </Cell>
      <Cell column="last">
        {row.lastActivityAt && (
          <time dateTime={row.lastActivityAt}>{time.inList(row.lastActivityAt, deviceZone(), now)}</time>
        )}
      </Cell>
      <Cell column="lead">{row.leadWorker ? <bdi>{row.leadWorker}</bdi> : caseload.none}</Cell>
      <Cell column="enrolment">{person.at(row.serviceName, row.enrolmentState)}</Cell>
    </>
  )
}
