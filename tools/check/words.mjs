import { readingAge, splitSentences } from './reading-age.mjs'

// experience.md, Voice: what we never say to people. DNA is what staff call a missed appointment.
const neverSay = [
  [/\bDNA\b/, 'missed appointment'],
  [/\bprox(y|ies)\b/i, 'carer or trusted person'],
  [/\bservice users?\b/i, "the deployment's own word, {person}"],
  [/\bconsent forms?\b/i, 'what is being asked'],
  [/\bfailed\b/i, 'what happened, and “Try again”'],
  [/\bnon-?compliant\b/i, 'what happened'],
  [/\brisks?\b/i, 'what could happen'],
  [/\binvalid\b/i, 'what is expected'],
  [/\boops\b/i, '“Sorry”'],
]
const longestSentence = 15
const oldestReader = 11

/** The strings of a nested catalogue as `[path, text]`. */
export function listWords(catalogue, path = '') {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (typeof catalogue !== 'object' || catalogue === null) return []
  return Object.entries(catalogue).flatMap(([key, value]) => listWords(value, path ? `${path}.${key}` : key))
}

/**
 * What in the words is not our voice, as sentences that begin with the word's place in the catalogue.
 *
 * For `people` all of it: banned words, long sentences and a reading age above 11. For everybody: no exclamation marks and no emoji.
 */
export function findWordBreaches(catalogue, { people }) {
  const words = listWords(catalogue)
  const breaches = []
  for (const [path, text] of words) {
    if (text.includes('!')) breaches.push(`${path}: an exclamation mark in “${text}”`)
    if (/\p{Extended_Pictographic}/u.test(text.replaceAll(/[©®™]/g, '')))
      breaches.push(`${path}: a picture in “${text}”`)
    if (!people) continue
    for (const [pattern, instead] of neverSay) {
      const found = text.match(pattern)
      if (found) breaches.push(`${path}: “${found[0]}” is not for people; say ${instead}`)
    }
    for (const sentence of splitSentences(text)) {
      if (sentence.words.length > longestSentence) {
        breaches.push(
          `${path}: a sentence of ${sentence.words.length} words (at most ${longestSentence}): “${sentence.text}”`,
        )
      }
    }
  }
  const age = people ? readingAge(words.map(([, text]) => text).join('\n')) : 0
  if (age > oldestReader) breaches.push(`The reading age of the whole is ${age.toFixed(1)}: at most ${oldestReader}`)
  return breaches
}
