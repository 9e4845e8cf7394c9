import { useState } from 'react'
import { Badge } from '../badge/badge.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Empty } from '../house-state/house-state.tsx'
import { type Column, type Sort, Table } from './table.tsx'

interface Night {
  day: string
  slept: string
  woke: number
}
const nights: Night[] = [
  { day: 'Monday 20 April', slept: '6 hours 30 minutes', woke: 2 },
  { day: 'Tuesday 21 April', slept: '5 hours', woke: 4 },
  { day: 'Wednesday 22 April', slept: '7 hours', woke: 1 },
]
const columns: Column<Night>[] = [
  { key: 'day', header: 'Night', cell: (night) => night.day, canSort: true },
  { key: 'slept', header: 'Slept', cell: (night) => night.slept },
  { key: 'woke', header: 'Times woken', cell: (night) => night.woke, canSort: true, align: 'end' },
  { key: 'who', header: 'Who can see', cell: () => <Badge tone="private">Only you</Badge> },
]
function Sorted({ rows }: { rows: Night[] }) {
  const [sort, setSort] = useState<Sort>({ key: 'day', direction: 'ascending' })
  return (
    <Table
      caption="Sleep, 20 to 22 April"
      columns={columns}
      rows={rows}
      rowKey={(night) => night.day}
      sort={sort}
      onSort={setSort}
      empty={<Empty>Log a few days and they will appear here.</Empty>}
    />
  )
}

export const fixtures: Fixture[] = [
  { state: 'rows', frame: 'desk', show: <Sorted rows={nights} /> },
  { state: 'cards on a phone', frame: 'phone', show: <Sorted rows={nights} /> },
  { state: 'empty', show: <Sorted rows={[]} /> },
]
