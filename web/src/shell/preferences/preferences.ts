import { setKeysOn } from '../keys/use-keys.ts'

/** What belongs to this computer rather than to the account. */
export interface Preferences {
  theme: 'device' | 'light' | 'dark'
  density: 'compact' | 'comfortable'
  keys: boolean
}

const KEY = 'weft-staff-preferences'
const usual: Preferences = { theme: 'device', density: 'compact', keys: true }
const listeners = new Set<() => void>()
let current: Preferences = usual

function read(): Preferences {
  try {
    return { ...usual, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return usual
  }
}

/** Puts them on the page; called before the first paint so that nothing flashes. */
function show({ theme, density, keys }: Preferences): void {
  const root = document.documentElement
  if (theme === 'device') delete root.dataset.theme
  else root.dataset.theme = theme
  root.dataset.density = density
  setKeysOn(keys)
}

export function startPreferences(): void {
  current = read()
  show(current)
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  show(current)
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // Storage may be forbidden: then they last as long as the page.
  }
  for (const listener of listeners) listener()
}

export const preferences = () => current

export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
