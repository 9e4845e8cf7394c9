import type { AccountSettings } from '@weft/contract/people/shapes.ts'
import { useSyncExternalStore } from 'react'
import { languages } from '../words/words.ts'

/**
 * What this device shows before it knows who is here: theme, size, language, and whether Leave quickly stands in the bar. Kept plainly
 * on the device, since it must be right from the first paint; it says nothing about anybody.
 */
export type Look = Pick<
  AccountSettings,
  'theme' | 'textSize' | 'language' | 'leaveQuickly' | 'enterToSend' | 'messagePreviews'
>

const usual: Look = {
  theme: 'device',
  textSize: 'usual',
  language: languages.find((code) => navigator.language?.startsWith(code)) ?? 'en',
  leaveQuickly: false,
  enterToSend: false,
  messagePreviews: true,
}

const keptAt = 'weft.look'
const scales: Record<Look['textSize'], string> = { usual: '1', large: '1.25', largest: '1.5' }
const listeners = new Set<() => void>()
let look: Look = { ...usual, ...kept() }

function kept(): Partial<Look> {
  try {
    return JSON.parse(localStorage.getItem(keptAt) ?? '{}')
  } catch {
    return {}
  }
}

/** Puts the look on the page. Called once before the first paint and after each change. */
export function wearLook(): void {
  const page = document.documentElement
  if (look.theme === 'device') delete page.dataset.theme
  else page.dataset.theme = look.theme
  page.style.setProperty('--text-scale', scales[look.textSize])
}

export function changeLook(change: Partial<Look>): void {
  const next = { ...look }
  for (const key of Object.keys(usual) as (keyof Look)[]) {
    if (change[key] !== undefined) Object.assign(next, { [key]: change[key] })
  }
  look = next
  try {
    localStorage.setItem(keptAt, JSON.stringify(look))
  } catch {
    // A browser that keeps nothing still shows it until the page closes.
  }
  wearLook()
  for (const tell of listeners) tell()
}

export const lookNow = (): Look => look

export const useLook = (): Look =>
  useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, lookNow)
