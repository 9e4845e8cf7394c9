import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, failingPairs } from './contrast.ts'
import { dark, light } from './tokens.ts'
import { deriveTheme } from './white-label.ts'

const derived = (theme: Parameters<typeof deriveTheme>[0]) => {
  const result = deriveTheme(theme)
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.says).join(' '))
  return result
}
const refusedPairs = (theme: Parameters<typeof deriveTheme>[0]) => {
  const result = deriveTheme(theme)
  return result.ok ? [] : result.refusals.map((refusal) => `${refusal.palette}: ${refusal.pair}`)
}

describe("a deployment's theme", () => {
  it('with nothing chosen is ours, and writes nothing', () => {
    const { css, palettes } = derived({})
    expect(css).toBe('')
    expect(palettes.people).toEqual(light)
    expect(palettes.dark).toEqual(dark)
  })

  it('keeps the brand as chosen in light and derives what belongs to it', () => {
    const { palettes } = derived({ brand: '#2B5C34' })
    expect(palettes.people.brand).toBe('#2B5C34')
    expect(palettes.people['on-brand']).toBe('#FFFFFF')
    expect(palettes.people['brand-tint']).not.toBe(light['brand-tint'])
    expect(contrast(palettes.dark.brand, palettes.dark.mine)).toBeGreaterThan(4.5)
    expect(palettes.dark.canvas).toBe(dark.canvas)
  })

  it('never touches help, danger, private or focus', () => {
    const { palettes, css } = derived({ brand: '#6A2C70', canvas: '#F7F4F8' })
    for (const name of ['help', 'on-help', 'help-tint', 'danger', 'private', 'focus', 'focus-ink'] as const) {
      expect(palettes.people[name]).toBe(light[name])
      expect(css).not.toContain(`--${name}:`)
    }
  })

  it('refuses a brand too pale to read, naming the pair and the ratio it needs', () => {
    const result = deriveTheme({ brand: '#F2C200' })
    if (result.ok) throw new Error('a pale brand went through')
    expect(result.refusals[0]).toMatchObject({ palette: 'people, light', least: 4.5 })
    expect(refusedPairs({ brand: '#F2C200' })).toContain('people, light: brand on mine')
    expect(result.refusals[0]?.says).toMatch(/^brand on \w+ is 1\.\d\d to 1\. It needs 4\.5 to 1\.$/)
  })

  it('refuses a canvas on which other words could not be read', () => {
    const refused = refusedPairs({ canvas: '#9A8F7C' })
    expect(refused.some((pair) => pair.startsWith('people, light: ink-soft on'))).toBe(true)
    expect(refused.some((pair) => pair.startsWith('people, light: line-strong on'))).toBe(true)
  })

  it.each([
    { brand: 'teal' },
    { brand: '#12345' },
    { canvas: '#fff' },
    { radiusScale: 2 },
    { radiusScale: Number.NaN },
  ])('refuses %o as not a colour or a size it knows', (theme) => {
    expect(deriveTheme(theme).ok).toBe(false)
  })

  it('writes both ways into dark: by the device and by choice', () => {
    const { css, palettes } = derived({ brand: '#2B5C34', radiusScale: 0 })
    const darkBrand = `--brand:${palettes.dark.brand.toLowerCase()}`
    expect(css.split(darkBrand)).toHaveLength(3)
    expect(css).toContain('prefers-color-scheme:dark')
    expect(css).toContain('--radius-scale:0')
  })

  it('whatever is chosen: refused, or every pair can be read', () => {
    const channel = fc.integer({ min: 0, max: 255 })
    const colour = fc
      .tuple(channel, channel, channel)
      .map((rgb) => `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`)
    let accepted = 0
    fc.assert(
      fc.property(colour, (brand) => {
        const result = deriveTheme({ brand })
        if (result.ok) {
          accepted += 1
          for (const palette of Object.values(result.palettes)) expect(failingPairs(palette)).toEqual([])
        } else {
          expect(result.refusals).not.toEqual([])
        }
      }),
      { numRuns: 300 },
    )
    expect(accepted).toBeGreaterThan(30)
  })

  it('a dark theme can always be derived: only light ever refuses a brand', () => {
    const channel = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(channel, channel, channel, (r, g, b) => {
        const brand = `#${[r, g, b].map((c) => c.toString(16).padStart(2, '0')).join('')}`
        expect(refusedPairs({ brand }).filter((pair) => pair.startsWith('dark'))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
