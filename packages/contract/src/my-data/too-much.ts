/** Things in one file, and with one person after it was brought back: of ten years of days, two a day and as many again. */
export const THINGS_MAX = 20_000
/** In one list within a thing. */
export const SEVERAL_MAX = 4_000
/** All that stands anywhere, list or not. */
const VALUES_MAX = 400_000

/** Looks at sizes alone, whatever is in it and however deep it goes. */
export function isTooMuch(file: unknown): boolean {
  let things = 0
  let values = 0
  const left: { value: unknown; depth: number }[] = [{ value: file, depth: 0 }]
  for (let at = left.pop(); at; at = left.pop()) {
    const { value, depth } = at
    if (typeof value !== 'object' || value === null) continue
    const inside = Object.values(value)
    values += inside.length
    if (Array.isArray(value)) {
      things += inside.length
      if (depth > 1 && inside.length > SEVERAL_MAX) return true
    }
    if (things > THINGS_MAX || values > VALUES_MAX) return true
    for (const one of inside) if (typeof one === 'object' && one !== null) left.push({ value: one, depth: depth + 1 })
  }
  return false
}

/** As they count towards the most somebody may have: every entry of every list. */
export function thingsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? value.length : 0
  return Object.values(value).reduce((sum: number, one) => sum + thingsIn(one), own)
}
