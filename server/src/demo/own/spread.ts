import type { Random } from '../random.ts'

/** Exactly so many of each, in chance order. */
export function dealt<T>(random: Random, counts: readonly (readonly [T, number])[]): T[] {
  return random.shuffle(counts.flatMap(([one, count]) => Array.from({ length: count }, () => one)))
}

export function swap<T>(list: T[], a: number, b: number): void {
  const [one, other] = [list[a] as T, list[b] as T]
  list[a] = other
  list[b] = one
}

/** Puts a value in its place by changing places with the last that has it, so that there are as many of each as before. */
export function give<T>(list: T[], place: number, value: T): void {
  if (list[place] !== value) swap(list, place, list.lastIndexOf(value))
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Whole numbers near those drawn that come to `total`: chance ones move by one, within their bounds, until they do. */
export function comingTo(
  random: Random,
  drawn: readonly number[],
  total: number,
  [min, max]: readonly [number, number],
): number[] {
  const values = drawn.map((value) => Math.min(max, Math.max(min, Math.round(value))))
  const step = Math.sign(total - sumOf(values))
  while (sumOf(values) !== total) {
    const open = [...values.keys()].filter((place) => {
      const next = (values[place] as number) + step
      return next >= min && next <= max
    })
    if (open.length === 0) throw new Error(`${values.length} numbers from ${min} to ${max} do not come to ${total}`)
    const place = random.pick(open)
    values[place] = (values[place] as number) + step
  }
  return values
}

/** About 0, seldom beyond 2 and never beyond 3 either way. */
export const bell = (random: Random): number => (random.next() + random.next() + random.next() - 1.5) * 2

/** Moved and stretched so that their mean is 0 and their standard deviation 1. */
export function standardised(drawn: readonly number[]): number[] {
  const mean = sumOf(drawn) / drawn.length
  const deviation = Math.sqrt(sumOf(drawn.map((value) => (value - mean) ** 2)) / drawn.length)
  return drawn.map((value) => (value - mean) / deviation)
}
