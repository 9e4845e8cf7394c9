/** Every sentence of a catalogue with where it stands; functions are asked with plain examples. */
export function sentencesOf(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (value === undefined) return []
  if (typeof value === 'function') return examples(value as (...given: unknown[]) => unknown, at)
  return Object.entries(value as object).flatMap(([key, inner]) => sentencesOf(inner, at ? `${at}.${key}` : key))
}

function examples(say: (...given: unknown[]) => unknown, at: string): [string, string][] {
  if (at.endsWith('language.list')) return []
  const counts = say.length === 1 && /count|step|seconds|times|total|place|number/.test(say.toString())
  const asked = counts ? [1, 2, 5].map((count) => say(count)) : [say(...['Kofi', 'Sam', '9am'].slice(0, say.length))]
  return asked.map((said) => [at, String(said)])
}
