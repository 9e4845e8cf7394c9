import type { CaseloadRow } from '@weft/contract/organisations/shapes.ts'

export const isFormer = (row: CaseloadRow) => row.enrolmentState === 'ended' || row.enrolmentState === 'archived'

export type CaseloadSort = 'name' | 'recent'

export interface CaseloadFilter {
  text: string
  mine: boolean
  unread: boolean
  sort: CaseloadSort
}

/** One line of the table: a person at a service, a carer below them, or somebody who has left. */
export type CaseloadLine =
  | { kind: 'person'; key: string; row: CaseloadRow }
  | { kind: 'carer'; key: string; row: CaseloadRow; name: string; relationship: string }
  | { kind: 'former'; key: string; row: CaseloadRow }

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Lines in order: current people with their carers indented below, then former people by name. Carers' names are searched too. */
export function linesOf(rows: readonly CaseloadRow[], { text, mine, unread, sort }: CaseloadFilter): CaseloadLine[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean)
  const names = new Map(
    rows.map((row) => [row, fold(`${row.name} ${row.carers.map((carer) => carer.name).join(' ')}`)]),
  )
  const shown = rows.filter(
    (row) =>
      wanted.every((word) => names.get(row)?.includes(word)) && (!mine || row.isMine) && (!unread || row.unread > 0),
  )
  const current = shown.filter((row) => !isFormer(row)).sort(sort === 'recent' ? byActivity : byName)
  const former = shown.filter(isFormer).sort(byName)
  return [
    ...current.flatMap((row): CaseloadLine[] => {
      const key = `${row.personId} ${row.serviceId}`
      return [
        { kind: 'person', key, row },
        ...row.carers.map(
          ({ carerLinkId, name, relationship }): CaseloadLine => ({
            kind: 'carer',
            key: `${key} ${carerLinkId}`,
            row,
            name,
            relationship,
          }),
        ),
      ]
    }),
    ...former.map((row): CaseloadLine => ({ kind: 'former', key: `${row.personId} ${row.serviceId}`, row })),
  ]
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base' })
const byName = (a: CaseloadRow, b: CaseloadRow) =>
  collator.compare(a.name, b.name) || (a.personId < b.personId ? -1 : 1)
const byActivity = (a: CaseloadRow, b: CaseloadRow) =>
  (b.lastActivityAt ?? '').localeCompare(a.lastActivityAt ?? '') || byName(a, b)

export const peopleIn = (lines: readonly CaseloadLine[]) => lines.filter((line) => line.kind !== 'carer').length
