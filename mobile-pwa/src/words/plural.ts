/** The ICU plural categories a language uses; `other` always stands. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Picks the form a number takes in one language: `plural(2, { one: '1 message', other: '2 messages' })`. */
export function pluralIn(language: string) {
  const rules = new Intl.PluralRules(language)
  return (count: number, forms: PluralForms): string => forms[rules.select(count)] ?? forms.other
}
