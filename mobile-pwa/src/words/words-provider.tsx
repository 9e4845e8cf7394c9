import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createDates, type Dates } from './dates.ts'
import { englishNow, type Language, loadCatalogue, onEnglish, type PartialWords, type Words, wordsOf } from './words.ts'

interface Speech {
  words: Words
  dates: Dates
}

const Speaking = createContext<Speech>({ words: englishNow(), dates: createDates({ language: 'en' }) })

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
  const english = useSyncExternalStore(onEnglish, englishNow)
  const [catalogue, setCatalogue] = useState<PartialWords>()
  const words = useMemo(() => {
    const all = wordsOf(english, catalogue)
    return name ? { ...all, app: { ...all.app, name } } : all
  }, [english, catalogue, name])

  useEffect(() => {
    let current = true
    loadCatalogue(language).then(
      (loaded) => current && setCatalogue(loaded),
      () => {}, // offline and never loaded: English stays
    )
    return () => {
      current = false
    }
  }, [language])

  useEffect(() => {
    document.documentElement.lang = words.language.code
    document.documentElement.dir = words.language.dir
  }, [words])

  const speech = useMemo(() => ({ words, dates: createDates({ language: words.language.code, zone }) }), [words, zone])
  return <Speaking.Provider value={speech}>{children}</Speaking.Provider>
}
