import { PieceLanguage } from '@weft/ui/language/language.tsx'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import { createDates, type Dates } from './dates.ts'
import type { Noun } from './nouns.ts'
import {
  currentSpeech,
  englishNow,
  isSpoken,
  type Language,
  onSpeech,
  type Speech,
  speak,
  type Words,
} from './words.ts'

interface Said {
  words: Words
  dates: Dates
}

interface Spoken extends Said {
  english: Said
}

const inEnglish: Said = { words: englishNow(), dates: createDates({ language: 'en' }) }
const Speaking = createContext<Spoken>({ ...inEnglish, english: inEnglish })

export const useWords = (): Words => useContext(Speaking).words
export const useDates = (): Dates => useContext(Speaking).dates

/** Gives the app its language. Until a catalogue has arrived, the words of before stay: nothing blinks. */
export function WordsProvider({
  language,
  name,
  zone,
  children,
}: {
  language: Language
  /** What the app is called on this device, where that is not its own name. */
  name?: string
  zone?: string
  children: ReactNode
}) {
  const speech = useSyncExternalStore(onSpeech, currentSpeech)
  const spoken = useMemo(() => spokenOf(speech, { name, zone }), [speech, name, zone])
  const { code, dir } = spoken.words.language

  useEffect(() => {
    void speak(language)
  }, [language])

  useEffect(() => {
    document.documentElement.lang = code
    document.documentElement.dir = dir
  }, [code, dir])

  return (
    <Speaking value={spoken}>
      <PieceLanguage words={speech.here.pieces}>{children}</PieceLanguage>
    </Speaking>
  )
}

function spokenOf({ here, english }: Speech, { name, zone }: { name?: string; zone?: string }): Spoken {
  const named = (words: Words) => (name ? { ...words, app: { ...words.app, name } } : words)
  const saidIn = (words: Words): Said => ({
    words: named(words),
    dates: createDates({ language: words.language.code, names: words.language.dateNames, zone }),
  })
  return { ...saidIn(here.words), english: saidIn(english.words) }
}

/** A part that speaks of these nouns: in the language chosen, or, where that has no words for them, in English and marked as such. */
export function SpokenPart({ nouns, children }: { nouns: readonly Noun[]; children: ReactNode }) {
  const { english, words } = useContext(Speaking)
  if (words.language.code === 'en' || isSpoken(nouns)) return children
  return (
    <div lang="en" dir="ltr" style={{ display: 'contents' }}>
      <Speaking value={{ ...english, english }}>
        <PieceLanguage>{children}</PieceLanguage>
      </Speaking>
    </div>
  )
}
