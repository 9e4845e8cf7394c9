import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AnnouncerRegions } from './announcer.tsx'
import { type Announcer, type Clock, createAnnouncer, type HeardMessage } from './create-announcer.ts'

/** A clock moved by hand. */
function handClock() {
  let now = 0
  let waiting: { at: number; act: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after: (ms, act) => {
      const entry = { at: now + ms, act }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((one) => one !== entry)
      }
    },
  }
  const pass = (ms: number) => {
    const until = now + ms
    for (;;) {
      const next = waiting.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      waiting = waiting.filter((one) => one !== next)
      now = next.at
      next.act()
    }
    now = until
  }
  return { clock, pass }
}

let announcer: Announcer
let pass: (ms: number) => void
beforeEach(() => {
  const hand = handClock()
  announcer = createAnnouncer({ clock: hand.clock })
  pass = hand.pass
})
afterEach(cleanup)

const sam = (id: string, text = `Words ${id}`): HeardMessage => ({ id, author: 'Sam', role: 'nurse', text })
const polite = () => announcer.spoken().polite.map((one) => one.text)
const alerts = () => announcer.spoken().alert.map((one) => one.text)

describe('new messages', () => {
  it('are held 1.5 seconds, then one or two are read whole', () => {
    announcer.heard(sam('1', 'How was the night?'))
    pass(1_000)
    announcer.heard({ id: '2', author: 'Noor', text: 'Hello' })
    pass(499)
    expect(polite()).toEqual([])
    pass(1)
    expect(polite()).toEqual(['Sam, nurse: How was the night?', 'Noor: Hello'])
  })

  it('more than two are counted, by name when all are from one', () => {
    for (const id of ['1', '2', '3', '4']) announcer.heard(sam(id))
    pass(1_500)
    expect(polite()).toEqual(['4 new messages from Sam'])
    pass(10_000)
    for (const id of ['5', '6']) announcer.heard(sam(id))
    announcer.heard({ id: '7', author: 'Noor', text: 'Hello' })
    pass(1_500)
    expect(polite()).toEqual(['3 new messages'])
  })

  it('are read up to 200 characters', () => {
    announcer.heard(sam('1', 'x'.repeat(200)))
    announcer.heard(sam('2', 'x'.repeat(201)))
    pass(1_500)
    expect(polite()).toEqual([`Sam, nurse: ${'x'.repeat(200)}`, `Sam, nurse: ${'x'.repeat(200)}…`])
  })

  it('are spoken once a session, however often they are heard', () => {
    announcer.heard(sam('1'))
    announcer.heard(sam('1'))
    pass(20_000)
    announcer.heard(sam('1'))
    pass(1_500)
    expect(polite()).toEqual([])
  })

  it('of my own are never read back', () => {
    announcer.heard({ ...sam('1'), isOwn: true })
    pass(20_000)
    expect(polite()).toEqual([])
  })

  it('that are withdrawn or hidden are not spoken any more, and stand in no region', () => {
    announcer.heard(sam('1'))
    announcer.heard(sam('2'))
    announcer.gone('1')
    announcer.heard(sam('1'))
    pass(1_500)
    expect(polite()).toEqual(['Sam, nurse: Words 2'])
    announcer.gone('2')
    expect(polite()).toEqual([])
  })

  it('wait for a second without a key', () => {
    announcer.heard(sam('1'))
    pass(1_000)
    announcer.typed()
    pass(900)
    announcer.typed()
    pass(999)
    expect(polite()).toEqual([])
    pass(1)
    expect(polite()).toHaveLength(1)
  })

  it('wait ten seconds at most, and take with them what came meanwhile', () => {
    announcer.heard(sam('1'))
    pass(1_400)
    const typeFor = (seconds: number) => {
      for (let at = 0; at < seconds * 10; at++) {
        announcer.typed()
        pass(100)
      }
    }
    typeFor(5)
    announcer.heard(sam('2'))
    typeFor(5)
    expect(polite()).toEqual([])
    pass(100)
    expect(polite()).toEqual(['Sam, nurse: Words 1', 'Sam, nurse: Words 2'])
  })
})

describe('other things said', () => {
  it('lists say counts only, added up in the same batch', () => {
    announcer.arrived('Unassigned', 1)
    announcer.arrived('Unassigned', 1)
    announcer.arrived('Mine', 0)
    pass(1_500)
    expect(polite()).toEqual(['2 new in Unassigned'])
  })

  it('Sent is polite and once; not sent interrupts', () => {
    announcer.sent('1')
    announcer.sent('1')
    announcer.notSent('2', 'It is too long.')
    announcer.notSent('2', 'It is too long.')
    expect(polite()).toEqual(['Sent'])
    expect(alerts()).toEqual(['Not sent. It is too long.'])
  })

  it('earlier messages are counted, never read', () => {
    announcer.earlierLoaded(20)
    announcer.earlierLoaded(0)
    expect(polite()).toEqual(['20 earlier messages loaded'])
  })

  it('what was said leaves the page again', () => {
    announcer.say('Stopped sharing Sleep')
    pass(9_999)
    expect(polite()).toHaveLength(1)
    pass(1)
    expect(polite()).toEqual([])
  })
})

it('the regions are there from the start and take the words in', () => {
  render(<AnnouncerRegions announcer={announcer} />)
  expect(screen.getByRole('status').textContent).toBe('')
  act(() => {
    announcer.sent('1')
    announcer.alert('You have been signed out')
  })
  expect(screen.getByRole('status').textContent).toBe('Sent')
  expect(screen.getByRole('alert').textContent).toBe('You have been signed out')
})
