import en, { type Words } from './en.ts'

export type { Words } from './en.ts'
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

/** The words of a language, English where it has none yet. English itself is always here. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'en') return en
  return over(en, (await loads[language]()).default)
}

function over<T>(base: T, change: unknown): T {
  if (typeof base !== 'object' || base === null || Array.isArray(base) || typeof change !== 'object') {
    return (change ?? base) as T
  }
  const given = change as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(base).map(([key, value]) => [key, key in given ? over(value, given[key]) : value]),
  ) as T
}
