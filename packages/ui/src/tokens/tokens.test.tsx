import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, failingPairs, worstCase } from './contrast.ts'
import { type ColourName, dark, light, pairs, staffLight } from './tokens.ts'
import { coloursCss } from './write-colours.ts'

/** The ratios experience.md 2.3 publishes, worst case over both light palettes and over dark. */
const published: [front: ColourName, on: ColourName, inLight: number, inDark: number][] = [
  ['ink', 'mine', 13.38, 11.0],
  ['ink-soft', 'mine', 6.43, 6.96],
  ['brand', 'mine', 6.63, 7.32],
  ['on-brand', 'brand', 7.89, 9.05],
  ['on-help', 'help', 8.76, 8.67],
  ['help', 'help-tint', 7.52, 7.8],
  ['danger', 'danger-tint', 6.16, 8.41],
  ['on-danger', 'danger', 7.04, 9.86],
  ['warn', 'warn-tint', 6.81, 9.06],
  ['ok', 'ok-tint', 5.74, 8.38],
  ['info', 'info-tint', 7.07, 8.27],
  ['private', 'private-tint', 7.41, 8.11],
  ['line-strong', 'mine', 3.91, 4.16],
  ['chart-1', 'surface', 5.97, 7.47],
  ['chart-2', 'surface', 5.01, 7.44],
  ['focus', 'focus-ink', 11.87, 13.2],
]

describe('the colours', () => {
  it.each(published)('%s on %s has the published ratios', (front, on, inLight, inDark) => {
    expect(contrast(light[front], light[on])).toBeCloseTo(inLight, 2)
    expect(contrast(dark[front], dark[on])).toBeCloseTo(inDark, 2)
  })

  it.each([
    ['people, light', light],
    ['staff, light', staffLight],
    ['dark', dark],
  ])('every pair is readable: %s', (_name, palette) => {
    expect(failingPairs(palette)).toEqual([])
  })

  it('the published background is the worst one a colour may sit on', () => {
    for (const [front, on, , inDark] of published) {
      const named = pairs.find((pair) => pair.front === front && pair.on.includes(on))
      if (!named) continue
      // `raised` is our own dark stand-in for a shadow; the specification's table does not list it.
      const listed = { ...named, on: named.on.filter((ground) => ground !== 'raised' && ground !== 'brand-strong') }
      expect(worstCase(listed, dark).ratio).toBeGreaterThanOrEqual(inDark - 0.005)
    }
  })

  it('names the pair that fails', () => {
    const washed = failingPairs({ ...light, 'ink-soft': '#A8B0B4' })
    expect(washed.map(({ front, least }) => ({ front, least }))).toEqual([{ front: 'ink-soft', least: 4.5 }])
  })

  it('colours.css says what tokens.ts says', () => {
    const css = readFileSync(resolve(import.meta.dirname, 'colours.css'), 'utf8')
    expect(css).toBe(coloursCss())
  })
})
