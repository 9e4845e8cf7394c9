import { type ColourName, type Pair, type Palette, pairs } from './tokens.ts'

type Channels = [red: number, green: number, blue: number]

/** `#RRGGBB` to linear light, 0 to 1 a channel. */
export function linear(hex: string): Channels {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2 contrast ratio of two `#RRGGBB` colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

export interface WorstCase {
  front: ColourName
  on: ColourName
  ratio: number
  least: number
}

/** The background on which a pair is hardest to read. */
export function worstCase(pair: Pair, palette: Palette): WorstCase {
  const cases = pair.on.map((on) => ({
    front: pair.front,
    on,
    ratio: contrast(palette[pair.front], palette[on]),
    least: pair.least,
  }))
  return cases.reduce((worst, next) => (next.ratio < worst.ratio ? next : worst))
}

export function failingPairs(palette: Palette): WorstCase[] {
  return pairs.map((pair) => worstCase(pair, palette)).filter((worst) => worst.ratio < worst.least)
}
