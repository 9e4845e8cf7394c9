import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Column, Table } from './table.tsx'

afterEach(cleanup)

const columns: Column<{ name: string; due: number }>[] = [
  { key: 'name', header: 'Person', cell: (row) => row.name },
  { key: 'due', header: 'Due', cell: (row) => row.due, canSort: true, align: 'end' },
]
const rows = [
  { name: 'Denise', due: 4 },
  { name: 'Kofi', due: 1 },
]

describe('a table', () => {
  it('has a caption, and a name for every row and column', () => {
    render(<Table caption="Waiting" columns={columns} rows={rows} rowKey={(row) => row.name} />)
    expect(screen.getByRole('table', { name: 'Waiting' })).toBeTruthy()
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Person', 'Due'])
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Denise', 'Kofi'])
    expect(screen.getByRole('cell', { name: '4' })).toBeTruthy()
  })

  it('marks the cells with nothing to say, which a card then leaves out; nought is something', () => {
    const cell = (row: { due: number }) => row.due !== 4 && 0
    render(
      <Table
        caption="Waiting"
        columns={[...columns, { key: 'act', header: 'Acts', cell }]}
        rows={rows}
        rowKey={(row) => row.name}
      />,
    )
    const marked = screen.getAllByRole('cell').map((one) => one.hasAttribute('data-empty'))
    expect(marked).toEqual([false, true, false, false])
  })

  it('sorts by a button in the header, there and back, and says which way', () => {
    const onSort = vi.fn()
    const table = (direction?: 'ascending' | 'descending') => (
      <Table
        caption="Waiting"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        sort={direction && { key: 'due', direction }}
        onSort={onSort}
      />
    )
    const { rerender } = render(table())
    const header = () => screen.getByRole('columnheader', { name: 'Due' })
    const press = () => fireEvent.click(screen.getByRole('button', { name: 'Due' }))
    expect(header().getAttribute('aria-sort')).toBe('none')
    press()
    expect(onSort.mock.lastCall).toEqual([{ key: 'due', direction: 'ascending' }])
    rerender(table('ascending'))
    expect(header().getAttribute('aria-sort')).toBe('ascending')
    press()
    expect(onSort.mock.lastCall).toEqual([{ key: 'due', direction: 'descending' }])
  })

  it('says what is missing when there are no rows', () => {
    render(
      <Table caption="Waiting" columns={columns} rows={[]} rowKey={(row) => row.name} empty={<p>No one matches.</p>} />,
    )
    expect(screen.getByText('No one matches.')).toBeTruthy()
  })
})
