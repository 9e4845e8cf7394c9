import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chunksOf } from './chunks.ts'
import type { MessageItem, SystemItem, ThreadItem } from './items.ts'
import { Thread, type ThreadProps } from './thread.tsx'

const sam = { id: 'sam', name: 'Sam Okafor', role: 'nurse', organisation: 'Lichfield Wellbeing' }
const kofi = { id: 'kofi', name: 'Kofi Mensah' }
const day = { day: '2026-04-22', dayLabel: 'Wednesday 22 April' }

const says = (id: string, text = `Words ${id}`, more: Partial<MessageItem> = {}): MessageItem => ({
  kind: 'message',
  id,
  at: '2026-04-22T08:12:00Z',
  time: '9:12am',
  ...day,
  author: sam,
  text,
  ...more,
})
const mine = (id: string, more: Partial<MessageItem> = {}) => says(id, undefined, { author: kofi, own: true, ...more })
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => says(`m${from + at}`))
const thread = (items: readonly ThreadItem[], props: Partial<ThreadProps> = {}) => (
  <Thread label="Messages with Lichfield Wellbeing" items={items} {...props} />
)
const log = () => screen.getByRole('log')
const messages = () => [...log().querySelectorAll<HTMLElement>('[data-message]')]

/** Says “now in view” by hand, as jsdom lays nothing out. */
let watched: { callback: IntersectionObserverCallback; targets: Set<Element> }[]
function see(element: Element, isIntersecting: boolean) {
  act(() => {
    for (const { callback, targets } of [...watched]) {
      if (targets.has(element))
        callback([{ target: element, isIntersecting } as IntersectionObserverEntry], null as never)
    }
  })
}
beforeEach(() => {
  watched = []
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      entry: (typeof watched)[number]
      constructor(callback: IntersectionObserverCallback) {
        this.entry = { callback, targets: new Set() }
        watched.push(this.entry)
      }
      observe(target: Element) {
        this.entry.targets.add(target)
      }
      disconnect() {
        watched = watched.filter((one) => one !== this.entry)
      }
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('what a thread says', () => {
  it('is a silent log that holds an ordered list', () => {
    render(thread([says('1')]))
    expect(screen.getByRole('log', { name: 'Messages with Lichfield Wellbeing' }).getAttribute('aria-live')).toBe('off')
    expect(within(log()).getByRole('list').tagName).toBe('OL')
    expect(log().querySelector('[role=status], [role=alert], [aria-live=polite]')).toBeNull()
  })

  it('names each message by who, role and time, and describes it by its words', () => {
    render(thread([says('1', 'How are you?'), mine('2')]))
    expect(
      screen.getByRole('listitem', { name: 'Sam Okafor, nurse, 9:12am', description: 'How are you?' }),
    ).toBeTruthy()
    expect(screen.getByRole('listitem', { name: 'You, 9:12am' })).toBeTruthy()
  })

  it('says who is speaking at the start of each run only', () => {
    render(thread([says('1'), says('2'), mine('3'), says('4')]))
    const heads = messages().map((row) => row.querySelector('.wf-thread__who')?.textContent)
    expect(heads).toEqual([
      'Sam Okafor · nurse · Lichfield Wellbeing',
      undefined,
      'You',
      'Sam Okafor · nurse · Lichfield Wellbeing',
    ])
  })

  it('starts a day where the day changes, and a run with it', () => {
    render(thread([says('1'), says('2', 'Next day', { day: '2026-04-23', dayLabel: 'Thursday 23 April' })]))
    expect([...log().querySelectorAll('.wf-thread__day')].map((line) => line.textContent)).toEqual([
      'Wednesday 22 April',
      'Thursday 23 April',
    ])
    expect(log().querySelectorAll('.wf-thread__who')).toHaveLength(2)
  })

  it('draws the unread line before the first unread message', () => {
    render(thread([says('1'), says('2')], { unread: { from: '2', since: '6pm' } }))
    const line = screen.getByText('New since 6pm').closest('li')!
    expect(line.nextElementSibling).toBe(messages()[1])
  })

  it('folds what an edited or corrected message said before', () => {
    render(
      thread([
        says('1', 'On Friday', { revision: { kind: 'corrected', time: '9:40am', before: 'On Thursday' } }),
        mine('2', { revision: { kind: 'edited', time: '9:46am', before: 'Out' } }),
      ]),
    )
    const [corrected, edited] = messages().map((row) => row.querySelector('details')!)
    expect(corrected?.open).toBe(false)
    expect(corrected?.querySelector('summary')?.textContent).toBe('Corrected 9:40am')
    expect(corrected?.textContent).toContain('On Thursday')
    expect(edited?.querySelector('summary')?.textContent).toBe('Edited 9:46am')
  })

  it('leaves no words of a withdrawn message', () => {
    render(thread([{ kind: 'withdrawn', id: '1', at: '', time: '9am', ...day, author: sam }]))
    expect(messages()[0]?.textContent).toBe('Message withdrawn by Sam Okafor9am')
  })

  it('keeps markup that somebody wrote as words, in the direction of their language', () => {
    render(thread([says('1', '<img src=x onerror=alert(1)> javascript:alert(1)', { lang: 'fa' })]))
    const text = log().querySelector('.wf-thread__text')!
    expect(text.textContent).toBe('<img src=x onerror=alert(1)> javascript:alert(1)')
    expect(text.children).toHaveLength(0)
    expect([text.getAttribute('dir'), text.getAttribute('lang')]).toEqual(['auto', 'fa'])
  })

  it('labels a staff note in words, not by colour alone', () => {
    render(thread([says('1', 'Ring him', { tone: 'note' })]))
    expect(messages()[0]?.querySelector('.wf-thread__label')?.textContent).toBe('Staff note')
  })

  it('shows a send mark with its acts on own messages that carry one', () => {
    const onDelete = vi.fn()
    const sendActsFor = vi.fn(() => ({ onDelete }))
    render(thread([mine('1', { send: { state: 'waiting' } })], { sendActsFor }))
    expect(screen.getByText(/^Not sent yet\./)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
    expect(onDelete).toHaveBeenCalledTimes(1)
  })

  it('says something kind when there is nothing', () => {
    render(thread([], { empty: <p>Say hello, or ask a question.</p> }))
    expect(screen.getByText('Say hello, or ask a question.')).toBeTruthy()
    expect(screen.queryByRole('list')).toBeNull()
  })
})

describe('reading by keyboard', () => {
  it('has one stop in the tab order, the newest at first, and moves with Up, Down, Home and End', () => {
    const happened: SystemItem = { kind: 'system', id: 's', at: '', time: '9am', ...day, text: 'Priya joined' }
    render(thread([says('1'), happened, says('2'), mine('3')]))
    const stops = () => messages().filter((row) => row.tabIndex === 0)
    expect(stops()).toEqual([messages()[2]])
    messages()[2]?.focus()
    const key = (name: string) => {
      fireEvent.keyDown(document.activeElement!, { key: name })
      return (document.activeElement as HTMLElement).dataset.row
    }
    expect(['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'End', 'Home'].map(key)).toEqual([
      '2',
      '1',
      '1',
      '2',
      '3',
      '1',
    ])
    expect(stops()).toEqual([messages()[0]])
  })

  it("leaves a message's own controls their keys", () => {
    render(thread([says('1'), says('2')], { menuFor: (item) => <button type="button">More {item.id}</button> }))
    const more = screen.getByRole('button', { name: 'More 2' })
    more.focus()
    expect(fireEvent.keyDown(more, { key: 'ArrowUp' })).toBe(true)
    expect(document.activeElement).toBe(more)
  })

  it('Up at the oldest message drawn draws more, and goes on', () => {
    const items = many(400)
    render(thread(items))
    const first = messages()[0]!
    const index = items.findIndex((item) => item.id === first.dataset.row)
    expect(index).toBeGreaterThan(0)
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowUp' })
    expect((document.activeElement as HTMLElement).dataset.row).toBe(items[index - 1]?.id)
  })
})

describe('a long thread', () => {
  const drawn = () => messages().map((row) => row.dataset.row)
  const gaps = () => [...log().querySelectorAll<HTMLElement>('li[aria-hidden]')]

  it('draws the newest stretch and leaves a gap of about the rest', () => {
    render(thread(many(2_000)))
    expect(drawn().length).toBeLessThan(320)
    expect(drawn().at(-1)).toBe('m1999')
    expect(gaps()).toHaveLength(1)
    expect(Number.parseInt(gaps()[0]!.style.blockSize, 10)).toBeGreaterThan(100_000)
  })

  it('draws more as the gap nears the view, and lets the far end go', () => {
    render(thread(many(2_000)))
    for (let at = 0; at < 15; at++) see(gaps()[0]!, true)
    expect(drawn().length).toBeLessThan(400)
    expect(drawn().at(-1)).not.toBe('m1999')
    expect(gaps()).toHaveLength(2)
    for (let at = 0; at < 90 && gaps().length > 1; at++) see(gaps().at(-1)!, true)
    expect(drawn().at(-1)).toBe('m1999')
  })

  it('opens at a message from a link, wherever it is', () => {
    render(thread(many(2_000), { openAt: 'm700' }))
    expect(drawn()).toContain('m700')
    expect(drawn().length).toBeLessThan(320)
    expect((document.activeElement as HTMLElement).dataset.row).toBe('m700')
  })

  it('draws again only the rows that changed', () => {
    const menuFor = vi.fn(() => null)
    const items = many(100)
    const { rerender } = render(thread(items, { menuFor }))
    menuFor.mockClear()
    rerender(thread([...items.slice(0, 99), says('m99', 'Changed')], { menuFor }))
    expect(menuFor).toHaveBeenCalledTimes(1)
    menuFor.mockClear()
    rerender(thread([...items, mine('new')], { menuFor }))
    // The new one, the one before it (its run goes on or ends) and the one that leaves the tab order.
    expect(menuFor.mock.calls.length).toBeLessThanOrEqual(3)
  })
})

describe('earlier messages', () => {
  it('are asked for when the top comes into view, and by a button', () => {
    const onLoadEarlier = vi.fn()
    render(thread([says('1')], { earlier: 'more', onLoadEarlier }))
    see(log().querySelector('.wf-thread__earlier')!, true)
    expect(onLoadEarlier).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: 'Show earlier messages' }))
    expect(onLoadEarlier).toHaveBeenCalledTimes(2)
  })

  it('say when they are on their way, and are not asked for twice', () => {
    const onLoadEarlier = vi.fn()
    render(thread([says('1')], { earlier: 'loading', onLoadEarlier }))
    expect(screen.getByText('Loading earlier messages')).toBeTruthy()
    see(log().querySelector('.wf-thread__earlier')!, true)
    expect(onLoadEarlier).not.toHaveBeenCalled()
  })

  it('say when they did not come, with a way to try again', () => {
    const onLoadEarlier = vi.fn()
    render(thread([says('1')], { earlier: 'failed', onLoadEarlier }))
    expect(screen.getByText("We can't load earlier messages.")).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onLoadEarlier).toHaveBeenCalledTimes(1)
  })
})

describe('the way back to the newest', () => {
  const end = () => log().querySelector('.wf-thread__end')!

  it('shows once the newest is out of view, and counts what others write meanwhile', () => {
    const inView = vi.fn()
    const items = many(20)
    const { rerender } = render(thread(items, { onNewestInView: inView }))
    expect(screen.queryByRole('button', { name: /^Jump/ })).toBeNull()
    see(end(), false)
    expect(screen.getByRole('button', { name: 'Jump to newest' })).toBeTruthy()
    rerender(thread([...items, says('a'), says('b')], { onNewestInView: inView }))
    expect(screen.getByRole('button', { name: 'Jump to newest, 2 new' })).toBeTruthy()
    see(end(), true)
    expect(screen.queryByRole('button', { name: /^Jump/ })).toBeNull()
    expect(inView.mock.calls).toEqual([[true], [false], [true]])
  })

  it('goes there, from anywhere', () => {
    render(thread(many(2_000), { openAt: 'm10' }))
    log().scrollTop = -5_000
    fireEvent.click(screen.getByRole('button', { name: /^Jump/ }))
    expect(messages().at(-1)?.dataset.row).toBe('m1999')
    expect(log().scrollTop).toBe(0)
  })

  it('what I write is shown to me at once', () => {
    const items = many(20)
    const { rerender } = render(thread(items))
    see(end(), false)
    log().scrollTop = -400
    rerender(thread([...items, says('theirs')]))
    expect(log().scrollTop).toBe(-400)
    rerender(thread([...items, says('theirs'), mine('mine')]))
    expect(log().scrollTop).toBe(0)
  })
})

describe('the cuts of a long thread', () => {
  it('hold every id once and in order, and do not move when rows are added at either end', () => {
    const id = fc.uuid()
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { maxLength: 60 }),
        fc.uniqueArray(id, { minLength: 1, maxLength: 200 }),
        (added, held) => {
          const ids = held.filter((each) => !added.includes(each))
          const cuts = (list: string[]) => chunksOf(list).map((chunk) => chunk.firstId)
          const chunks = chunksOf(ids)
          expect(chunks.flatMap((chunk) => ids.slice(chunk.start, chunk.end))).toEqual(ids)
          // The very first cut is where the list begins, whatever its id.
          expect(cuts([...added, ...ids]).filter((each) => ids.includes(each))).toEqual(
            added.length > 0 && ids.length > 0 ? expect.arrayContaining(cuts(ids).slice(1)) : cuts(ids),
          )
          expect(cuts([...ids, ...added]).slice(0, chunks.length)).toEqual(cuts(ids))
        },
      ),
    )
  })
})
