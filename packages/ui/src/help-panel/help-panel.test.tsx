import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { england } from './england.ts'
import { HelpCard, HelpPanel, HelpSheet } from './help-panel.tsx'
import { linesFor } from './lines.ts'

afterEach(cleanup)
const panel = { lines: linesFor(england), checkedOn: '1 April 2026' }
const hrefs = (list: HTMLElement) => [...list.querySelectorAll('.wf-help__row')].map((row) => row.getAttribute('href'))

describe('the lines for England', () => {
  it('lead with 999, and every one can be tapped with no signal', () => {
    expect(england.lines[0]?.href).toBe('tel:999')
    for (const line of england.lines)
      expect(line.href).toMatch(line.way === 'call' ? /^tel:\d+$/ : /^sms:\d+\?&body=\w+$/)
  })

  it('call the number they show', () => {
    for (const line of england.lines.filter((each) => each.way === 'call' && each.id !== '111')) {
      const shown = line.title.match(/[\d ]{3,}$/)?.[0].replaceAll(' ', '')
      expect(`tel:${shown}`).toBe(line.href)
    }
  })

  it('leave out Childline only for someone known to be 18 or over', () => {
    const ids = (lines: typeof england.lines) => lines.map((line) => line.id)
    expect(ids(linesFor(england))).toContain('childline')
    expect(ids(linesFor(england, { isAdult: true }))).toEqual(ids(england.lines).filter((id) => id !== 'childline'))
  })
})

describe('the help panel', () => {
  it('keeps its order: now, more, team, people, ideas, plan, date', () => {
    const { container } = render(
      <HelpPanel
        {...panel}
        own={{
          teams: [{ name: 'Lichfield Wellbeing', phone: '01632 960 111', hours: '9am to 5pm' }],
          people: [{ name: 'Ama', phone: '07700 900 123' }],
          ideas: ['Walk'],
          planHref: '/plan/safety',
        }}
      />,
    )
    expect(hrefs(screen.getByRole('list', { name: 'Call or text now' }))).toEqual([
      'tel:999',
      'tel:111',
      'tel:116123',
      'sms:85258?&body=SHOUT',
      'tel:08001111',
    ])
    const marks = [
      'More numbers',
      'My team',
      'My people',
      'What has helped me before',
      'Open my safety plan',
      'We checked these',
    ]
    const places = marks.map((mark) => container.textContent?.indexOf(mark) ?? -1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(screen.getByRole('link', { name: /^Ama/ }).getAttribute('href')).toBe('tel:07700900123')
  })

  it('signed out, nothing hints at a plan, people or a team', () => {
    const { container } = render(<HelpPanel {...panel} />)
    expect(container.textContent).not.toMatch(/plan|people|team|helped/i)
  })

  it('with no plan says how to add people', () => {
    render(<HelpPanel {...panel} own={{ planHref: '/plan/safety' }} />)
    expect(screen.getByText('You can add your own people in My safety plan.')).toBeTruthy()
  })
})

it('the sheet is heard by focus on its heading, and closes', () => {
  const onClose = vi.fn()
  render(<HelpSheet {...panel} onClose={onClose} />)
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Get help now' }))
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})

it('the card offers three rows and can be closed', () => {
  const onClose = vi.fn()
  render(<HelpCard text="Here is who you can talk to." lines={panel.lines} onClose={onClose} />)
  const card = screen.getByRole('region', { name: 'Here is who you can talk to.' })
  expect(within(card).getAllByRole('link')).toHaveLength(3)
  fireEvent.click(within(card).getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(1)
})
