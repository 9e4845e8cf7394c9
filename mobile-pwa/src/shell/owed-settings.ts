import type { Language } from '../words/words.ts'
import { changeLook, type Look } from './look.ts'

const owedAt = 'weft.settings-owed'

/** Changes made on this device that the account does not have yet. */
export function owed(): Partial<Look> {
  try {
    return JSON.parse(localStorage.getItem(owedAt) ?? '{}')
  } catch {
    return {}
  }
}

export function owe(change: Partial<Look>): void {
  try {
    localStorage.setItem(owedAt, JSON.stringify(change))
  } catch {
    // A browser that keeps nothing: the change stays on this page.
  }
}

/** Before anybody is signed in: at once on this device, and the account's as soon as somebody is. */
export function chooseLanguage(language: Language): void {
  changeLook({ language })
  owe({ ...owed(), language })
}
