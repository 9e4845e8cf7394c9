import { describe, expect, it } from 'vitest'
import cy from './cy.ts'
import { createDates } from './dates.ts'
import { englishNow } from './words.ts'

const en = englishNow()

import { openingHours } from './opening-hours.ts'

const dates = createDates({ language: 'en', zone: 'Europe/London' })
const said = (...hours: [weekday: number, open: string, close: string][]) =>
  openingHours(
    hours.map(([weekday, open, close]) => ({ weekday, open, close })),
    dates,
    en,
  )

describe('opening hours', () => {
  it('say days with the same hours together', () => {
    expect(said([1, '09:00', '17:00'], [2, '09:00', '17:00'], [3, '09:00', '17:00'])).toBe(
      '9am to 5pm, Monday to Wednesday',
    )
  })

  it('say what differs apart, with its pauses, and leave out closed days', () => {
    expect(
      said(
        [1, '09:00', '12:30'],
        [1, '13:30', '17:00'],
        [2, '09:00', '17:00'],
        [4, '09:00', '17:00'],
        [6, '10:00', '12:00'],
      ),
    ).toBe(
      '9am to 12:30pm and 1:30pm to 5pm, Monday; 9am to 5pm, Tuesday; 9am to 5pm, Thursday; 10am to midday, Saturday',
    )
  })

  it('say nothing when there are none', () => expect(said()).toBe(''))
})

it('are said in Welsh with Welsh days', () => {
  const welsh = createDates({ language: 'cy', zone: 'Europe/London', names: cy.first.language.dateNames })
  const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' }))
  expect(openingHours(week, welsh, { ...en, ...cy.first })).toBe('9am i 5pm, dydd Llun i ddydd Gwener')
})
