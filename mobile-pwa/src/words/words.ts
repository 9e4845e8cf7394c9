import type { PieceWords } from '@weft/ui/language/language.tsx'
import en from './en.ts'
import { type Noun, type NounWords, nouns } from './nouns.ts'

export type FirstWords = typeof en
/** All words there are. Those of a noun are here once `needWords` has been answered for it: its screens ask first. */
export type Words = FirstWords & NounWords
export const languages = ['en', 'cy', 'fa'] as const
export type Language = (typeof languages)[number]
/** Each language in its own words, for choosing it. */
export const languageNames: Record<Language, string> = { en: 'English', cy: 'Cymraeg', fa: 'فارسی' }

/**
 * What a language beside English brings: the words of first screens and of the design system's pieces at once, and each other noun it has
 * with the screens of that noun. A noun is said whole or not at all.
 */
export interface Catalogue {
  first: FirstWords
  pieces: PieceWords
  nouns: { [One in Noun]?: () => Promise<{ default: NounWords[One] }> }
}

const catalogues: Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>> = {
  cy: () => import('./cy.ts'),
  fa: () => import('./fa.ts'),
}

interface Said {
  words: FirstWords & Partial<NounWords>
  nouns: Catalogue['nouns']
  pieces?: PieceWords
}

const english: Said = { words: en, nouns }
const said: Partial<Record<Language, Said>> = { en: english }
let speaking: Said = english
let wished: Language = 'en'
const asked = new Set<readonly Noun[]>()
const listeners = new Set<() => void>()

/** What is said now, as one object until that changes: the language chosen, and English for its parts that the language has not. */
export interface Speech {
  here: Pick<Said, 'pieces'> & { words: Words }
  english: { words: Words }
}
const speechNow = (): Speech => ({
  here: { ...speaking, words: { ...english.words, ...speaking.words } as Words },
  english: { words: english.words as Words },
})
let speech = speechNow()

export const currentSpeech = (): Speech => speech
/** English as far as it is here. */
export const englishNow = (): Words => speech.english.words

export function onSpeech(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  speech = speechNow()
  for (const listener of listeners) listener()
}

/** Speaks a language from now on, once what is on the screen is here in it. Offline and never fetched: what was spoken before stays. */
export async function speak(language: Language): Promise<void> {
  wished = language
  try {
    const next = await open(language)
    for (const wanted of asked) await bringWhole(next, wanted)
    if (wished !== language || speaking === next) return
    speaking = next
    tell()
  } catch {}
}

/** Brings what these nouns say, in the language spoken if it has words for all of them, else in English: one part speaks one language. */
export async function needWords(wanted: readonly Noun[]): Promise<void> {
  asked.add(wanted)
  await bringWhole(speaking, wanted)
}

/** Whether the language spoken says all of these. What it does not is in English, and to be marked so. */
export const isSpoken = (wanted: readonly Noun[]): boolean => wanted.every((noun) => noun in speaking.words)

async function open(language: Language): Promise<Said> {
  const known = said[language]
  if (known) return known
  const { first, ...more } = (await catalogues[language as Exclude<Language, 'en'>]()).default
  said[language] = { words: first, ...more }
  return said[language]
}

async function bringWhole(from: Said, wanted: readonly Noun[]): Promise<void> {
  const isWhole = wanted.every((noun) => noun in from.nouns)
  try {
    await bring(isWhole ? from : english, wanted)
  } catch (error) {
    if (!isWhole || from === english) throw error
    await bring(english, wanted) // the app's own version is always kept on the device
  }
}

async function bring(from: Said, wanted: readonly Noun[]): Promise<void> {
  const missing = wanted.filter((noun) => !(noun in from.words))
  if (missing.length === 0) return
  const brought = await Promise.all(missing.map(async (noun) => [noun, (await from.nouns[noun]?.())?.default] as const))
  from.words = { ...from.words, ...Object.fromEntries(brought) }
  if (from === speaking || from === english) tell()
}
