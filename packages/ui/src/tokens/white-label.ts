import { contrast, linear, worstCase } from './contrast.ts'
import { dark, light, type Palette, pairs, staffLight } from './tokens.ts'

/** What a deployment may set. Help, danger, private, focus, target sizes and the order of the help panel are not in it. */
export interface Theme {
  /** `#RRGGBB`; the dark theme's own is derived from it. */
  brand?: string
  /** `#RRGGBB`, light theme. */
  canvas?: string
  /** 0 (square) to 1.25. */
  radiusScale?: number
}

export interface Refusal {
  /** “brand on mine”, or the setting itself when it is not a colour or a number we can use. */
  pair: string
  palette: 'people, light' | 'staff, light' | 'dark'
  ratio: number
  least: number
  /** For the person who chose the colour. */
  says: string
}

export type DerivedTheme =
  | { ok: true; css: string; palettes: { people: Palette; staff: Palette; dark: Palette } }
  | { ok: false; refusals: Refusal[] }

type Lch = [lightness: number, chroma: number, hue: number]

const isHex = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/**
 * A deployment's colours from the few it chose, or every pair that could not be read (4.5:1 for text, 3:1 for borders).
 * Nothing is darkened or lightened behind the chooser's back in light: a colour that does not carry is refused by name.
 */
export function deriveTheme(theme: Theme): DerivedTheme {
  const unusable = unusableSettings(theme)
  if (unusable.length > 0) return { ok: false, refusals: unusable }

  const ofBrand = theme.brand ? brandColours(theme.brand.toUpperCase()) : { light: {}, dark: {} }
  const ofCanvas = theme.canvas ? canvasColours(theme.canvas.toUpperCase()) : {}
  const palettes = {
    people: { ...light, ...ofBrand.light, ...ofCanvas } as Palette,
    staff: { ...staffLight, ...ofBrand.light, ...ofCanvas } as Palette,
    dark: { ...dark, ...ofBrand.dark } as Palette,
  }
  const refusals = [
    ...refused('people, light', palettes.people),
    ...refused('staff, light', palettes.staff),
    ...refused('dark', palettes.dark),
  ]
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, css: themeCss({ ...ofBrand.light, ...ofCanvas }, ofBrand.dark, theme.radiusScale), palettes }
}

function unusableSettings({ brand, canvas, radiusScale }: Theme): Refusal[] {
  const refusal = (pair: string, says: string): Refusal => ({
    pair,
    palette: 'people, light',
    ratio: 0,
    least: 0,
    says,
  })
  const refusals: Refusal[] = []
  if (brand !== undefined && !isHex(brand))
    refusals.push(refusal('brand', 'Write the brand colour as # and six figures.'))
  if (canvas !== undefined && !isHex(canvas))
    refusals.push(refusal('canvas', 'Write the page colour as # and six figures.'))
  if (radiusScale !== undefined && !(radiusScale >= 0 && radiusScale <= 1.25))
    refusals.push(refusal('radius-scale', 'Choose corners from 0 to 1.25.'))
  return refusals
}

function brandColours(brand: string): { light: Partial<Palette>; dark: Partial<Palette> } {
  const [lightness, chroma, hue] = toLch(brand)
  const tint = fromLch([0.95, Math.min(chroma, 0.018), hue])
  const onLight = {
    brand,
    'brand-strong': fromLch([lightness * 0.84, chroma, hue]),
    'on-brand': readableOn(brand),
    'brand-tint': tint,
    mine: fromLch([0.935, Math.min(chroma, 0.022), hue]),
  }
  const darkTint = fromLch([0.325, Math.min(chroma, 0.04), hue])
  const darkBrand = fromLch([0.81, Math.min(chroma, 0.085), hue])
  const onDark = {
    brand: darkBrand,
    'brand-strong': fromLch([0.88, Math.min(chroma, 0.065), hue]),
    'on-brand': fromLch([0.26, Math.min(chroma, 0.045), hue]),
    'brand-tint': darkTint,
    mine: darkTint,
  }
  return { light: onLight, dark: onDark }
}

function canvasColours(canvas: string): Partial<Palette> {
  const [lightness, chroma, hue] = toLch(canvas)
  return { canvas, sunk: fromLch([lightness - 0.03, chroma, hue]) }
}

const readableOn = (colour: string) =>
  contrast('#FFFFFF', colour) >= contrast(light.ink, colour) ? '#FFFFFF' : light.ink

function refused(name: Refusal['palette'], palette: Palette): Refusal[] {
  return pairs
    .map((pair) => worstCase(pair, palette))
    .filter((worst) => worst.ratio < worst.least)
    .map(({ front, on, ratio, least }) => ({
      pair: `${front} on ${on}`,
      palette: name,
      ratio: Math.floor(ratio * 100) / 100,
      least,
      says: `${front} on ${on} is ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1. It needs ${least} to 1.`,
    }))
}

function themeCss(onLight: Partial<Palette>, onDark: Partial<Palette>, radiusScale?: number): string {
  const rule = (selector: string, colours: Partial<Palette>) => {
    const lines = Object.entries(colours).map(([name, value]) => `--${name}:${value.toLowerCase()}`)
    return lines.length > 0 ? `${selector}{${lines.join(';')}}` : ''
  }
  const device = rule(':root:root:not([data-theme="light"])', onDark)
  return [
    rule(':root:root', onLight),
    device && `@media (prefers-color-scheme:dark){${device}}`,
    rule(':root:root[data-theme="dark"]', onDark),
    radiusScale === undefined ? '' : `:root:root{--radius-scale:${radiusScale}}`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** OKLab's cylinder (Björn Ottosson, 2020): steps of equal lightness look equal, which those of HSL do not. */
function toLch(hex: string): Lch {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return [lightness, Math.hypot(a, bb), Math.atan2(bb, a)]
}

/** The nearest colour a screen can show: colourfulness gives way before lightness does. */
function fromLch([lightness, chroma, hue]: Lch): string {
  for (let c = chroma; ; c = Math.max(0, c - 0.004)) {
    const rgb = toRgb([lightness, c, hue])
    if (c === 0 || rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return toHex(rgb)
  }
}

function toRgb([lightness, chroma, hue]: Lch): number[] {
  const a = chroma * Math.cos(hue)
  const b = chroma * Math.sin(hue)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function toHex(rgb: number[]): string {
  const figures = rgb.map((channel) => {
    const clipped = Math.min(1, Math.max(0, channel))
    const value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${figures.join('')}`.toUpperCase()
}
