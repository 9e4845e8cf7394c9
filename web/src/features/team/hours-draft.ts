import type { OpenInterval, Service } from '@weft/contract/organisations/shapes.ts'

/** The form as typed; checked as a whole when it is saved. */
export interface HoursDraft {
  hours: (OpenInterval & { key: number })[]
  closures: string[]
  targetHours: string
  canWrite: boolean
}

export type HoursMistake = { kind: 'hours'; key: number; weekday: number } | { kind: 'target' }

let lastKey = 0
export const withKey = (interval: OpenInterval) => ({ ...interval, key: ++lastKey })

export const draftOf = ({ hours, messaging }: Service): HoursDraft => ({
  hours: hours.hours.map(withKey),
  closures: [...hours.closures].sort(),
  targetHours: String(hours.replyTargetMinutes / 60),
  canWrite: messaging === 'two_way',
})

export function mistakesIn({ hours, targetHours }: HoursDraft): HoursMistake[] {
  const target = Number(targetHours.replace(',', '.'))
  const isTarget = targetHours.trim() !== '' && target * 60 >= 1 && target * 60 <= 28_800
  return [
    ...hours
      .filter(({ open, close }) => !open || !close || open >= close)
      .map(({ key, weekday }): HoursMistake => ({ kind: 'hours', key, weekday })),
    ...(isTarget ? [] : [{ kind: 'target' } as const]),
  ]
}

/** Whether it still says what it began with. */
export const isUntouched = (draft: HoursDraft, began: Service) =>
  JSON.stringify(changeOf(draft)) === JSON.stringify(changeOf(draftOf(began)))

export const changeOf = ({ hours, closures, targetHours, canWrite }: HoursDraft) => ({
  hours: hours
    .map(({ weekday, open, close }) => ({ weekday, open, close }))
    .sort((a, b) => a.weekday - b.weekday || a.open.localeCompare(b.open)),
  closures,
  replyTargetMinutes: Math.round(Number(targetHours.replace(',', '.')) * 60),
  messaging: canWrite ? ('two_way' as const) : ('announce_only' as const),
})
