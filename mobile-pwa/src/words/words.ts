import en from './en.ts'
import type enOwn from './en-own.ts'

/** All words there are. Those of what is a person's own are here once `needOwnWords` has been answered: screens of it ask first. */
export type Words = typeof en & typeof enOwn
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

/** Brings the words of what is a person's own. */
export async function needOwnWords(): Promise<void> {
  const own = (await import('./en-own.ts')).default
  if ('goals' in english) return
  english = { ...en, ...own }
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
