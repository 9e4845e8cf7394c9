import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Tabs } from './tabs.tsx'

afterEach(cleanup)

function Page() {
  const [selected, setSelected] = useState('a')
  return (
    <Tabs
      label="Sections"
      tabs={['a', 'b', 'c'].map((id) => ({ id, label: id.toUpperCase() }))}
      selected={selected}
      onSelect={setSelected}
    >
      <p>{selected}</p>
    </Tabs>
  )
}
const selected = () => screen.getByRole('tab', { selected: true })

describe('tabs', () => {
  it('have one stop in the tab order, and a panel named by the selected tab', () => {
    render(<Page />)
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([0, -1, -1])
    fireEvent.click(screen.getByRole('tab', { name: 'B' }))
    expect(screen.getByRole('tabpanel', { name: 'B' }).textContent).toBe('b')
  })

  it('move and select with arrows, round the ends, Home and End', () => {
    render(<Page />)
    selected().focus()
    const path = ['ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home'].map((key) => {
      fireEvent.keyDown(document.activeElement!, { key })
      expect(document.activeElement).toBe(selected())
      return selected().textContent
    })
    expect(path).toEqual(['B', 'C', 'A', 'C', 'A'])
  })

  it('arrows follow the direction of the text', () => {
    render(
      <div style={{ direction: 'rtl' }}>
        <Page />
      </div>,
    )
    selected().focus()
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' })
    expect(selected().textContent).toBe('B')
  })
})
