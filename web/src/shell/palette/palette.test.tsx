import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import '@weft/ui/testing/jsdom-dialog.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Entry } from './entries.ts'
import { find } from './entries.ts'
import { Palette } from './palette.tsx'

afterEach(cleanup)

const entry = (id: string, group: Entry['group'], label: string, detail?: string): Entry => ({
  id,
  group,
  label,
  detail,
  run: vi.fn(),
})
const entries = [
  entry('reply', 'acts', 'Reply to Kofi', 'Alt+R'),
  entry('kofi', 'people', 'Kofi Mensah', 'Lichfield Wellbeing'),
  entry('zoe', 'people', 'Zoë Marsh', 'Lichfield Wellbeing'),
  entry('inbox', 'pages', 'Inbox', 'Alt+1'),
]
const ids = (typed: string, recent: string[] = []) =>
  find(entries, typed, recent).flatMap((each) => each.entries.map((e) => e.id))

describe('what the palette finds', () => {
  it('is every typed word at the start of one of theirs, accents apart', () => {
    expect(ids('zoe')).toEqual(['zoe'])
    expect(ids('men kof')).toEqual(['kofi'])
    expect(ids('ensah')).toEqual([])
    expect(ids('lich mar')).toEqual(['zoe'])
  })

  it('with nothing typed, shows no people but those opened lately', () => {
    expect(ids('')).toEqual(['reply', 'inbox'])
    expect(ids('', ['zoe'])).toEqual(['reply', 'zoe', 'inbox'])
  })

  it('never lists anybody who is not among those I may see, however lately they were opened', () => {
    expect(ids('', ['leanne'])).toEqual(['reply', 'inbox'])
    expect(ids('leanne', ['leanne'])).toEqual([])
  })

  it('puts recent ones first', () => {
    expect(ids('lich')).toEqual(['kofi', 'zoe'])
    expect(ids('lich', ['zoe'])).toEqual(['zoe', 'kofi'])
  })
})

function opened() {
  const onPick = vi.fn()
  const onClose = vi.fn()
  render(<Palette entries={entries} recent={['kofi']} onPick={onPick} onClose={onClose} />)
  const box = screen.getByRole('combobox')
  const selected = () => screen.getByRole('option', { selected: true }).textContent
  return { onPick, onClose, box, selected }
}

describe('the palette', () => {
  it('is a modal with a box and a grouped list, and keys move through it', () => {
    const { box, selected, onPick, onClose } = opened()
    expect(screen.getByRole('dialog').hasAttribute('open')).toBe(true)
    expect(screen.getAllByRole('group')).toHaveLength(3)
    expect(selected()).toContain('Reply to Kofi')
    fireEvent.keyDown(box, { key: 'ArrowDown' })
    expect(selected()).toContain('Kofi Mensah')
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
    fireEvent.keyDown(box, { key: 'ArrowUp' })
    fireEvent.keyDown(box, { key: 'ArrowUp' })
    expect(selected()).toContain('Inbox')
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(onPick).toHaveBeenCalledWith(entries[3])
  })

  it('says when nothing was found, and Enter then does nothing', () => {
    const { box, onPick } = opened()
    fireEvent.change(box, { target: { value: 'leanne' } })
    expect(screen.getByRole('status').textContent).toMatch(/nothing/i)
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(onPick).not.toHaveBeenCalled()
  })

  it('Esc closes it', () => {
    const { onClose } = opened()
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})
