/** One day of a chart. Without a value it is a gap: nothing is drawn, and nothing joins what is on either side. */
export interface ChartPoint {
  key: string
  /** The whole day in words: “Friday 22 November”. */
  label: string
  value?: number
  /** The value in words: “6 hours 20 minutes”. */
  text?: string
  /** Something that happened on this day, in the person's own words. */
  moment?: string
}

/** Gridlines with their words, from the lowest to the highest; 3 to 5 of them. The first and the last are the ends of the scale. */
export interface ChartLine {
  value: number
  label: string
}

export interface Placed {
  at: number
  point: ChartPoint
  /** Percent of the plot, from the start of the line and from its top. */
  x: number
  y: number
}

/** Where each day that has a value stands. Every day has a place of the same width, so a gap is as wide as what is missing. */
export function placed(points: readonly ChartPoint[], lines: readonly ChartLine[]): Placed[] {
  const low = lines[0]?.value ?? 0
  const high = lines.at(-1)?.value ?? 1
  return points.flatMap((point, at) => {
    if (point.value === undefined) return []
    const share = (Math.min(high, Math.max(low, point.value)) - low) / (high - low || 1)
    return [{ at, point, x: middleOf(at, points.length), y: 100 - 100 * share }]
  })
}

export const middleOf = (at: number, count: number) => (100 * (at + 0.5)) / count

/** Days that follow each other without a gap, two by two: what a line joins. */
export function joined(all: readonly Placed[]): [Placed, Placed][] {
  return all.flatMap((one, at): [Placed, Placed][] => {
    const next = all[at + 1]
    return next && next.at === one.at + 1 ? [[one, next]] : []
  })
}

/** The day with a value that is nearest to a place; of two the earlier. */
export function nearest(all: readonly Placed[], x: number): Placed | undefined {
  return all.reduce<Placed | undefined>(
    (best, one) => (best && Math.abs(best.x - x) <= Math.abs(one.x - x) ? best : one),
    undefined,
  )
}

/** Under which days the axis has words: the first, the last, and so many between that they do not meet. */
export function labelled(count: number): number[] {
  const last = count - 1
  const steps = count <= 7 ? last : 3
  return [...new Set(Array.from({ length: steps + 1 }, (_, n) => Math.round((n * last) / Math.max(1, steps))))]
}
