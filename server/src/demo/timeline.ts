import type { Random } from './random.ts'

/** When people write: 09–17 41 %, 17–22 34 %, 22–02 17 %, else 8 % (domain.md 18). */
const bands = [
  { weight: 41, from: 9 * 60, to: 17 * 60 },
  { weight: 34, from: 17 * 60, to: 22 * 60 },
  { weight: 17, from: 22 * 60, to: 26 * 60 },
  { weight: 8, from: 2 * 60, to: 9 * 60 },
] as const

/** A believable moment of one day, in minutes after local midnight; past 1440 is the next day's small hours. */
export function believableMinute(random: Random): number {
  const band = bands[random.weighted(bands.map(({ weight }) => weight))] as (typeof bands)[number]
  return random.whole(band.from, band.to - 1)
}

export const clockTime = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Shares `total` over `count` places so that the first fifth gets 60 %, everybody at least one. */
export function shareOut(random: Random, total: number, count: number): number[] {
  const top = Math.max(1, Math.round(count * 0.2))
  const weights = Array.from({ length: count }, (_, place) => (place < top ? 0.6 / top : 0.4 / (count - top)))
  const shares = weights.map(() => 1)
  for (let given = count; given < total; given += 1) {
    const place = random.weighted(weights)
    shares[place] = (shares[place] as number) + 1
  }
  return shares
}
