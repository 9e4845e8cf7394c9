import type { ServiceHours } from '@weft/contract/organisations/shapes.ts'
import { describe, expect, it } from 'vitest'
import { dueTone } from './due.ts'

const service: ServiceHours = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' })),
  closures: [],
  nation: 'england',
  zone: 'Europe/London',
  replyTargetMinutes: 480,
}

describe('an answer that is owed', () => {
  it.each([
    // Asked on Wednesday at 10:20am: 360 of 480 open minutes are over at 4:20pm.
    ['2026-04-16T10:20:00+01:00', '2026-04-15T16:19:00+01:00', 'calm'],
    ['2026-04-16T10:20:00+01:00', '2026-04-15T16:20:00+01:00', 'soon'],
    ['2026-04-16T10:20:00+01:00', '2026-04-16T09:00:00+01:00', 'soon'],
    ['2026-04-16T10:20:00+01:00', '2026-04-16T10:19:59+01:00', 'soon'],
    ['2026-04-16T10:20:00+01:00', '2026-04-16T10:20:00+01:00', 'overdue'],
    // Asked on Friday at 4:30pm before a bank holiday: nothing runs until Tuesday.
    ['2026-05-05T16:30:00+01:00', '2026-05-04T20:00:00+01:00', 'calm'],
    ['2026-05-05T16:30:00+01:00', '2026-05-05T14:29:00+01:00', 'calm'],
    ['2026-05-05T16:30:00+01:00', '2026-05-05T14:30:00+01:00', 'soon'],
  ])('due %s, at %s, is %s', (dueAt, now, tone) => expect(dueTone(dueAt, Date.parse(now), service)).toBe(tone))

  it('is overdue even while the hours of its service are not known', () => {
    const dueAt = '2026-04-16T10:20:00+01:00'
    expect(dueTone(dueAt, Date.parse('2026-04-16T10:19:00+01:00'))).toBe('calm')
    expect(dueTone(dueAt, Date.parse('2026-04-16T10:21:00+01:00'))).toBe('overdue')
  })
})
