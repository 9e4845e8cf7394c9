import en from './en.ts'
import { type Noun, type NounWords, nouns } from './nouns.ts'

/** All words there are. Those of a noun are here once `needWords` has been answered for it: its screens ask first. */
export type Words = typeof en & NounWords
export const languages = ['en', 'cy', 'fa'] as const
export type Language = (typeof languages)[number]
/** Each language in its own words, for choosing it. */
export const languageNames: Record<Language, string> = { en: 'English', cy: 'Cymraeg', fa: 'فارسی' }

type Partly<T> = T extends (...given: never[]) => string
  ? T
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : { [Key in keyof T]?: Partly<T[Key]> }

/** A catalogue on its way: any part may be missing, none may be misnamed. */
export type PartialWords = Partly<Words>

const loads: Record<Exclude<Language, 'en'>, () => Promise<{ default: PartialWords }>> = {
  cy: () => import('./cy.ts'),
  fa: () => import('./fa.ts'),
}

let english = en as Words
const listeners = new Set<() => void>()

/** English as far as it is here; the same object until more has come. */
export const englishNow = (): Words => english

export function onEnglish(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Brings the words of these nouns. */
export async function needWords(wanted: readonly Noun[]): Promise<void> {
  const missing = wanted.filter((noun) => !(noun in english))
  if (missing.length === 0) return
  const brought = await Promise.all(missing.map(async (noun) => [noun, (await nouns[noun]()).default] as const))
  english = { ...english, ...Object.fromEntries(brought) }
  for (const listener of listeners) listener()
}

/** A language's own words; nothing for English. */
export async function loadCatalogue(language: Language): Promise<PartialWords | undefined> {
  return language === 'en' ? undefined : (await loads[language]()).default
}

/** A language over English, which says whatever it has no words for yet. */
export const wordsOf = (base: Words, catalogue: PartialWords | undefined): Words =>
  catalogue ? over(base, catalogue) : base

function over<T>(base: T, change: unknown): T {
  if (typeof base !== 'object' || base === null || Array.isArray(base) || typeof change !== 'object') {
    return (change ?? base) as T
  }
  const given = change as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => [key, key in given ? over(value, given[key]) : value]),
  ) as T
}
