/**
 * The sentences of a text, each with its words. A line that ends without a full stop, question mark or colon is a label or a button,
 * not a sentence, and is left out. A placeholder counts as one short word, since what it stands for differs.
 */
export function splitSentences(text) {
  const plain = text.replaceAll(/\{\w+\}/g, 'name')
  const sentences = []
  for (const line of plain.split('\n')) {
    for (const [sentence] of line.matchAll(/[^.?:]+(?:[.](?=\d)[^.?:]*|:(?=\d)[^.?:]*)*[.?:]/g)) {
      const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
      if (words.length > 0) sentences.push({ text: sentence.trim(), words })
    }
  }
  return sentences
}

/** Syllables of an English word, by its groups of vowels: right for some nine words in ten, which is what the formula assumes. */
export function countSyllables(word) {
  const plain = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (plain.length <= 3) return 1
  const spoken = plain.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0)
}

/** The age that reads a text with ease: the Flesch–Kincaid grade plus five. 0 for a text without sentences. */
export function readingAge(text) {
  const sentences = splitSentences(text)
  const words = sentences.flatMap((sentence) => sentence.words)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}
