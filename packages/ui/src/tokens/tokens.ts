/**
 * The colours as data: what `colours.css` is written from and what the contrast tests recompute.
 * Staff portals differ from the people's app in `canvas` and `sunk` alone, and only in light.
 */
export const light = {
  canvas: '#FAF7F2',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  sunk: '#F1ECE4',
  mine: '#DCEFEF',
  ink: '#1C2326',
  'ink-soft': '#4A555B',
  line: '#D5CFC5',
  'line-strong': '#6B767C',
  brand: '#0E5A63',
  'brand-strong': '#0A454C',
  'on-brand': '#FFFFFF',
  'brand-tint': '#E0F0F0',
  help: '#8B1E4F',
  'on-help': '#FFFFFF',
  'help-tint': '#FBE9F0',
  danger: '#A9261C',
  'on-danger': '#FFFFFF',
  'danger-tint': '#FDECEA',
  warn: '#7A4A00',
  'warn-tint': '#FFF3DC',
  ok: '#1E6B3A',
  'ok-tint': '#E6F4EA',
  info: '#1F4E96',
  'info-tint': '#E8F0FB',
  private: '#5B3A8C',
  'private-tint': '#F1EBFA',
  'chart-1': '#0E6E78',
  'chart-2': '#B4531A',
  focus: '#FFDD33',
  'focus-ink': '#1C2326',
} as const

export type ColourName = keyof typeof light
export type Palette = Record<ColourName, string>

export const staffLight: Palette = { ...light, canvas: '#F4F6F7', sunk: '#E9EDEF' }

export const dark: Palette = {
  canvas: '#14191B',
  surface: '#1E2629',
  raised: '#263035',
  sunk: '#0F1315',
  mine: '#17383B',
  ink: '#F2EFEA',
  'ink-soft': '#B9C2C6',
  line: '#3A4449',
  'line-strong': '#8A969C',
  brand: '#7FD3D6',
  'brand-strong': '#A5E3E5',
  'on-brand': '#06282C',
  'brand-tint': '#17383B',
  help: '#FF9DC0',
  'on-help': '#3B0A20',
  'help-tint': '#3D1B2A',
  danger: '#FFB4A9',
  'on-danger': '#3F0905',
  'danger-tint': '#44201C',
  warn: '#FFCF7A',
  'warn-tint': '#3D2E10',
  ok: '#8FDBA6',
  'ok-tint': '#173323',
  info: '#A9C8FF',
  'info-tint': '#1B2C47',
  private: '#CDB5F5',
  'private-tint': '#2C2340',
  'chart-1': '#5CC4C9',
  'chart-2': '#F0A36B',
  focus: '#FFDD33',
  'focus-ink': '#14191B',
}

export interface Pair {
  front: ColourName
  /** Every background this colour may sit on; the worst of them counts. */
  on: readonly ColourName[]
  /** WCAG 2.2: 4.5 for text, 3 for borders, marks and focus. */
  least: number
}

const grounds = ['canvas', 'surface', 'raised', 'sunk', 'mine', 'brand-tint'] as const
const ownTint = (tint: ColourName) => ['canvas', 'surface', 'raised', tint] as const

export const pairs: readonly Pair[] = [
  { front: 'ink', on: grounds, least: 4.5 },
  { front: 'ink-soft', on: grounds, least: 4.5 },
  { front: 'brand', on: grounds, least: 4.5 },
  { front: 'brand-strong', on: grounds, least: 4.5 },
  { front: 'on-brand', on: ['brand', 'brand-strong'], least: 4.5 },
  { front: 'on-help', on: ['help'], least: 4.5 },
  { front: 'help', on: ownTint('help-tint'), least: 4.5 },
  { front: 'danger', on: ownTint('danger-tint'), least: 4.5 },
  { front: 'on-danger', on: ['danger'], least: 4.5 },
  { front: 'warn', on: ownTint('warn-tint'), least: 4.5 },
  { front: 'ok', on: ownTint('ok-tint'), least: 4.5 },
  { front: 'info', on: ownTint('info-tint'), least: 4.5 },
  { front: 'private', on: ownTint('private-tint'), least: 4.5 },
  { front: 'ink', on: ['help-tint', 'danger-tint', 'warn-tint', 'ok-tint', 'info-tint', 'private-tint'], least: 4.5 },
  { front: 'line-strong', on: grounds, least: 3 },
  { front: 'chart-1', on: ['surface'], least: 3 },
  { front: 'chart-2', on: ['surface'], least: 3 },
  { front: 'focus-ink', on: ['focus'], least: 3 },
]
