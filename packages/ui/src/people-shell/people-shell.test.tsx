import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { House, MessageCircle } from 'lucide-react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import '../testing/jsdom-dialog.ts'
import { PeopleShell, type PeopleShellProps } from './people-shell.tsx'

afterEach(cleanup)

const nav: PeopleShellProps['nav'] = [
  { href: '/today', label: 'Today', icon: House, isCurrent: true },
  { href: '/messages', label: 'Messages', icon: MessageCircle, count: 2 },
]
const shell = (props: Partial<PeopleShellProps> = {}) => (
  <PeopleShell title="Today" menu={[{ href: '/plan', label: 'Plan' }]} nav={nav} {...props}>
    {props.children ?? <p>Hello</p>}
  </PeopleShell>
)
const precedes = (one: Element, other: Element) =>
  Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)

describe("the people's shell", () => {
  it('reads: skip link, bar with the one h1, Get help now last in it, main, nav', () => {
    render(shell({ onLeaveQuickly: () => {} }))
    const order = [
      screen.getByRole('link', { name: 'Skip to main content' }),
      screen.getByRole('button', { name: 'Menu' }),
      screen.getByRole('heading', { level: 1, name: 'Today' }),
      screen.getByRole('button', { name: 'Leave quickly' }),
      screen.getByRole('link', { name: 'Get help now' }),
      screen.getByRole('main'),
      screen.getByRole('navigation', { name: 'Main' }),
    ]
    order.slice(1).forEach((element, at) => {
      expect(precedes(order[at]!, element)).toBe(true)
    })
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  })

  it('marks the current place and says how many are new', () => {
    render(shell())
    const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['page', null])
    expect(screen.getByRole('link', { name: 'Messages 2 new' })).toBeTruthy()
  })

  it('Back takes the place of Menu on an inner page', () => {
    render(shell({ back: { href: '/messages' } }))
    expect(screen.getByRole('link', { name: 'Back' }).getAttribute('href')).toBe('/messages')
    expect(screen.queryByRole('button', { name: 'Menu' })).toBeNull()
  })

  it('the menu opens a sheet of places, and picking one closes it', () => {
    render(shell())
    fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
    const sheet = screen.getByRole('dialog', { name: 'Menu' })
    fireEvent.click(within(sheet).getByRole('link', { name: 'Plan' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('moves focus to the heading on a new page, not on the first', () => {
    const { rerender } = render(shell())
    expect(document.activeElement).toBe(document.body)
    rerender(shell({ title: 'Messages' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Messages' }))
  })

  it('says for whom a carer is acting, with the way back', () => {
    const onMyself = vi.fn()
    render(shell({ supporting: { name: 'Kofi', onMyself } }))
    expect(screen.getByText('You are supporting Kofi')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back to myself' }))
    expect(onMyself).toHaveBeenCalledTimes(1)
  })

  it('hides the nav while an on-screen keyboard is up, never the bar', () => {
    const view = Object.assign(new EventTarget(), { width: 390, height: 800, scale: 1 })
    vi.stubGlobal('visualViewport', view)
    render(shell({ children: <textarea aria-label="Write" /> }))
    screen.getByRole('textbox').focus()
    view.height = 450
    act(() => void view.dispatchEvent(new Event('resize')))
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Get help now' })).toBeTruthy()
    view.height = 800
    act(() => void view.dispatchEvent(new Event('resize')))
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy()
    vi.unstubAllGlobals()
  })
})
