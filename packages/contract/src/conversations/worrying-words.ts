/**
 * The starter list of domain.md 4.7 for English, to be confirmed by a named clinician before live use. Wide on purpose: it holds words that are
 * often harmless (“dying for a coffee”), and a no, a quotation or worry about somebody else cancels nothing.
 */
const phrases = [
  'kill myself',
  'end my life',
  'end it all',
  'want to die',
  'dying',
  'better off dead',
  'no point living',
  'suicide',
  'suicidal',
  'kms',
  'unalive',
  'overdose',
  'took all my tablets',
  'cut myself',
  'hurt myself',
  'self harm',
  'cant go on',
  'cant keep safe',
  'goodbye forever',
  'hurt him',
  'hurt her',
  'hurt them',
  'hit me',
  'scared to go home',
  'chest pain',
  'cant breathe',
].map((phrase) => phrase.split(' '))

/** Words that may stand between two of a phrase. */
const BETWEEN = 2

/** Lower case, without accents and punctuation, word by word; “can’t” is one. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}'’‘`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * Whether what somebody writes to a team may say that things are very hard right now, so that help can be offered at once. It decides nothing
 * else: the message goes as it would.
 */
export function holdsWorryingWords(text: string): boolean {
  // “diiie” is tried as “die” and as “diie”.
  const tries = ['$1', '$1$1'].map((few) => wordsOf(text.replaceAll(/(\p{L})\1{2,}/giu, few)))
  return tries.some((words) => phrases.some((phrase) => words.some((_, at) => stands(phrase, words, at))))
}

function stands([first, ...others]: readonly string[], words: readonly string[], at: number): boolean {
  if (words[at] !== first) return false
  if (others.length === 0) return true
  for (let next = at + 1; next <= at + 1 + BETWEEN; next += 1) if (stands(others, words, next)) return true
  return false
}
