import type { Nation } from './shapes.ts'

export interface BankHoliday {
  /** `2026-05-04`. */
  date: string
  name: string
}

const newYear = 'New Year’s Day'
const second = '2nd January'
const patrick = 'St Patrick’s Day'
const goodFriday = 'Good Friday'
const easterMonday = 'Easter Monday'
const may = 'Early May bank holiday'
const spring = 'Spring bank holiday'
const boyne = 'Battle of the Boyne (Orangemen’s Day)'
const summer = 'Summer bank holiday'
const andrew = 'St Andrew’s Day'
const christmas = 'Christmas Day'
const boxing = 'Boxing Day'
const substitute = (name: string) => `${name} (substitute day)`

type Days = readonly (readonly [monthAndDay: string, name: string])[]

const englandAndWales: Readonly<Record<number, Days>> = {
  2025: [
    ['01-01', newYear],
    ['04-18', goodFriday],
    ['04-21', easterMonday],
    ['05-05', may],
    ['05-26', spring],
    ['08-25', summer],
    ['12-25', christmas],
    ['12-26', boxing],
  ],
  2026: [
    ['01-01', newYear],
    ['04-03', goodFriday],
    ['04-06', easterMonday],
    ['05-04', may],
    ['05-25', spring],
    ['08-31', summer],
    ['12-25', christmas],
    ['12-28', substitute(boxing)],
  ],
  2027: [
    ['01-01', newYear],
    ['03-26', goodFriday],
    ['03-29', easterMonday],
    ['05-03', may],
    ['05-31', spring],
    ['08-30', summer],
    ['12-27', substitute(christmas)],
    ['12-28', substitute(boxing)],
  ],
  2028: [
    ['01-03', substitute(newYear)],
    ['04-14', goodFriday],
    ['04-17', easterMonday],
    ['05-01', may],
    ['05-29', spring],
    ['08-28', summer],
    ['12-25', christmas],
    ['12-26', boxing],
  ],
}

const scotland: Readonly<Record<number, Days>> = {
  2025: [
    ['01-01', newYear],
    ['01-02', second],
    ['04-18', goodFriday],
    ['05-05', may],
    ['05-26', spring],
    ['08-04', summer],
    ['12-01', substitute(andrew)],
    ['12-25', christmas],
    ['12-26', boxing],
  ],
  2026: [
    ['01-01', newYear],
    ['01-02', second],
    ['04-03', goodFriday],
    ['05-04', may],
    ['05-25', spring],
    ['06-15', 'World Cup bank holiday'],
    ['08-03', summer],
    ['11-30', andrew],
    ['12-25', christmas],
    ['12-28', substitute(boxing)],
  ],
  2027: [
    ['01-01', newYear],
    ['01-04', substitute(second)],
    ['03-26', goodFriday],
    ['05-03', may],
    ['05-31', spring],
    ['08-02', summer],
    ['11-30', andrew],
    ['12-27', substitute(christmas)],
    ['12-28', substitute(boxing)],
  ],
  2028: [
    ['01-03', substitute(newYear)],
    ['01-04', substitute(second)],
    ['04-14', goodFriday],
    ['05-01', may],
    ['05-29', spring],
    ['08-07', summer],
    ['11-30', andrew],
    ['12-25', christmas],
    ['12-26', boxing],
  ],
}

/** What Northern Ireland keeps besides the days of England and Wales. */
const northernIreland: Readonly<Record<number, Days>> = {
  2025: [
    ['03-17', patrick],
    ['07-14', substitute(boyne)],
  ],
  2026: [
    ['03-17', patrick],
    ['07-13', substitute(boyne)],
  ],
  2027: [
    ['03-17', patrick],
    ['07-12', boyne],
  ],
  2028: [
    ['03-17', patrick],
    ['07-12', boyne],
  ],
}

/** The years the table knows; a release adds the next before the first of these is over. */
export const bankHolidayYears = { first: 2025, last: 2028 } as const

/** Bank holidays of a nation in a year, in order, as published on gov.uk. Empty for a year that the table does not know. */
export function bankHolidays(nation: Nation, year: number): BankHoliday[] {
  const days =
    nation === 'scotland'
      ? (scotland[year] ?? [])
      : [...(englandAndWales[year] ?? []), ...(nation === 'northern_ireland' ? (northernIreland[year] ?? []) : [])]
  return days
    .map(([monthAndDay, name]) => ({ date: `${year}-${monthAndDay}`, name }))
    .sort((a, b) => a.date.localeCompare(b.date))
}

/** The bank holiday of a nation on that date, if it is one. */
export function bankHolidayOn(nation: Nation, date: string): BankHoliday | undefined {
  return bankHolidays(nation, Number(date.slice(0, 4))).find((holiday) => holiday.date === date)
}
