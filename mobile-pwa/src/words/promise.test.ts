import { describePromise } from '@weft/contract/conversations/expected-reply.ts'
import type { BankHoliday } from '@weft/contract/organisations/bank-holidays.ts'
import type { ServiceHours } from '@weft/contract/organisations/shapes.ts'
import { describe, expect, it } from 'vitest'
import conversation from './cy/conversation.ts'
import cy from './cy.ts'
import { promiseWords } from './promise.ts'
import { englishNow, needWords } from './words.ts'

await needWords(['conversation'])
const en = englishNow()

const office: ServiceHours = {
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' })),
  closures: [],
  nation: 'england',
  zone: 'Europe/London',
  replyTargetMinutes: 480,
}
const holidays: BankHoliday[] = [{ date: '2026-05-04', name: 'Early May bank holiday' }]
const team = 'Lichfield Wellbeing'
const phone = '01632 960123'

const said = (at: string, hours = office, sent?: { dueAt?: Date }) => {
  const now = new Date(at)
  const about = { team, phone, zone: 'Europe/London' }
  return promiseWords(describePromise(now, hours, holidays, sent), about, en, () => now)
}

describe('when the team will answer', () => {
  it.each([
    ['open, same day', '2026-04-15T09:00+01:00', { kind: 'by', when: 'by 5pm today' }],
    ['open, next day', '2026-04-15T10:20+01:00', { kind: 'by', when: 'by 10:20am tomorrow' }],
    [
      'closed tonight',
      '2026-04-22T23:50+01:00',
      { kind: 'closed', team, opens: 'at 9am tomorrow', when: 'by 5pm tomorrow' },
    ],
    [
      'closed over a bank holiday, which is named',
      '2026-05-03T12:00+01:00',
      {
        kind: 'holiday',
        holiday: 'Early May bank holiday',
        team,
        opens: 'at 9am on Tuesday',
        when: 'by 5pm on Tuesday',
      },
    ],
    ['open, a bank holiday on the way', '2026-05-01T16:30+01:00', { kind: 'by', when: 'by 4:30pm on Tuesday' }],
  ])('%s', (_case, at, promised) => expect(said(at).promised).toEqual(promised))

  it('names the date when it is more than six days away', () => {
    const slow = { ...office, replyTargetMinutes: 480 * 7 }
    expect(said('2026-04-15T09:00+01:00', slow).aim).toBe('We aim to answer by 5pm on Thursday 23 April.')
  })

  it('says sorry when it is late, and promises nothing when nobody opens', () => {
    const late = { dueAt: new Date('2026-04-15T10:00+01:00') }
    expect(said('2026-04-15T10:01+01:00', office, late).promised).toEqual({ kind: 'late' })
    expect(said('2026-04-15T10:01+01:00', { ...office, hours: [] })).toEqual({
      aim: 'We cannot say when we will reply. Call 01632 960123.',
      promised: { kind: 'unknown', phone },
    })
  })
})

it('is said in the language chosen, a bank holiday too', () => {
  const at = new Date('2026-05-03T12:00+01:00')
  const promise = describePromise(at, office, holidays)
  expect(
    promiseWords(promise, { team, phone, zone: 'Europe/London' }, { ...en, ...cy.first, conversation }, () => at)
      .promised,
  ).toEqual({
    kind: 'holiday',
    holiday: 'Gŵyl banc dechrau Mai',
    team,
    opens: 'am 9am dydd Mawrth',
    when: 'erbyn 5pm dydd Mawrth',
  })
})
