import { describe, expect, it } from 'vitest'
import type { SleepDiary } from './shapes.ts'
import { isSleepInDoubt, minutesSlept, sleepFault, sleepFigures, sleepGuide } from './sleep.ts'

const zone = 'Europe/London'
const night: SleepDiary = {
  intoBed: '22:30',
  triedToSleep: '23:00',
  minutesToSleep: 40,
  minutesAwake: 35,
  finalWake: '06:30',
  outOfBed: '07:15',
}

describe('the figures of a night', () => {
  it.each([
    ['an ordinary one', '2026-04-15', { inBed: 525, asleep: 375, efficiency: 71.4, awakeInBed: 45, midpoint: '03:05' }],
    ['when clocks go forward', '2026-03-29', { inBed: 465, asleep: 315, efficiency: 67.7, awakeInBed: 45 }],
    ['when clocks go back', '2026-10-25', { inBed: 585, asleep: 435, efficiency: 74.4, awakeInBed: 45 }],
  ])('%s', (_, forDate, figures) => {
    expect(sleepFigures(night, forDate, zone)).toMatchObject(figures)
  })

  it('of a day of sleep are placed by waking, and each time by the one after it', () => {
    const shift = { ...night, intoBed: '09:00', triedToSleep: '09:30', finalWake: '15:00', outOfBed: '15:00' }
    expect(sleepFigures(shift, '2026-04-15', zone)).toMatchObject({ inBed: 360, asleep: 255, awakeInBed: 0 })
  })

  it('take of a repeated hour the first, and move a skipped time forward', () => {
    const back = { ...night, minutesToSleep: 0, minutesAwake: 0, triedToSleep: '01:30', finalWake: '02:30' }
    expect(sleepFigures(back, '2026-10-25', zone)?.asleep).toBe(120)
    expect(sleepFigures({ ...back, finalWake: '03:30' }, '2026-03-29', zone)?.asleep).toBe(60)
  })

  it('are not told while an answer that they need is missing', () => {
    for (const missing of Object.keys(night) as (keyof SleepDiary)[])
      expect(sleepFigures({ ...night, [missing]: undefined }, '2026-04-15', zone)).toBeUndefined()
    expect(sleepFault({ intoBed: '22:30' }, '2026-04-15', zone)).toBeUndefined()
  })
})

describe('a night’s answers', () => {
  it('are refused when they say more than 18 hours in bed, or no sleep', () => {
    const fault = (more: SleepDiary) => sleepFault({ ...night, ...more }, '2026-04-15', zone)
    expect(fault({})).toBeUndefined()
    expect(fault({ intoBed: '13:15', triedToSleep: '13:15' })).toBeUndefined()
    expect(fault({ intoBed: '13:14', triedToSleep: '13:14' })).toBe('too-long-in-bed')
    expect(fault({ outOfBed: '06:00' })).toBe('too-long-in-bed')
    expect(fault({ minutesToSleep: 415 })).toBe('no-sleep')
    expect(fault({ minutesToSleep: 414 })).toBeUndefined()
  })

  it('are asked about when somebody lay awake and never woke', () => {
    expect(isSleepInDoubt({ timesWoken: 0, minutesAwake: 1 })).toBe(true)
    expect(isSleepInDoubt({ timesWoken: 0, minutesAwake: 0 })).toBe(false)
    expect(isSleepInDoubt({ timesWoken: 1, minutesAwake: 35 })).toBe(false)
    expect(isSleepInDoubt({ minutesAwake: 35 })).toBe(false)
  })

  it('in full count before a guess; the guess stands where they do not reach', () => {
    const entry = { forDate: '2026-04-15', zone, recordedAt: '2026-04-15T07:00:00Z', minutesSlept: 360 }
    expect(minutesSlept({ ...entry, diary: night })).toBe(375)
    expect(minutesSlept({ ...entry, diary: { intoBed: '22:30' } })).toBe(360)
    expect(minutesSlept({ ...entry, minutesSlept: undefined, diary: {} })).toBeUndefined()
  })
})

it.each([
  [{ minutesToSleep: 31, minutesAwake: 0, efficiency: 79.9 }, 'suggests-insomnia'],
  [{ minutesToSleep: 0, minutesAwake: 31, efficiency: 79.9 }, 'suggests-insomnia'],
  [{ minutesToSleep: 30, minutesAwake: 30, efficiency: 60 }, undefined],
  [{ minutesToSleep: 40, minutesAwake: 0, efficiency: 80 }, undefined],
  [{ minutesToSleep: 40, minutesAwake: 0, efficiency: 85 }, 'adequate'],
] as const)('the guide for clinicians says of %o: %s', (means, guide) => expect(sleepGuide(means)).toBe(guide))
