import type { Language } from '../words/words.ts'

/** Asks the service worker to keep the whole of a language on this device, and of no other: English is always there. */
export async function keepLanguage(language: Language): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ keepLanguage: language })
}
