import { expect, it } from 'vitest'
import { readDate } from '../date-input/read-date.ts'
import { latinFigures } from './latin-figures.ts'

it('figures of a Persian and an Arabic keyboard are read as ours, and words stay', () => {
  expect(latinFigures('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ کد 7')).toBe('0123456789 0123456789 کد 7')
})

it('a date written in them is that date', () => {
  expect(readDate({ day: '۱۵', month: '۳', year: '۱۹۸۴' })).toEqual({ ok: true, date: '1984-03-15' })
})
