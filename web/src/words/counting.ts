const plural = new Intl.PluralRules('en')
const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

/** “1 person”, “2,000 people”. */
export const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en-GB')} ${plural.select(n) === 'one' ? one : other}`

/** “Persian” for `fa`; words that are not a language tag stay as they were written. */
export function languageName(language: string): string {
  try {
    return languageNames.of(language) ?? language
  } catch {
    return language
  }
}
