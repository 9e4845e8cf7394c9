import { createContext, useContext } from 'react'
import { en } from './en.ts'

/** Another language is another object of this shape, loaded when it is chosen. */
export type Words = typeof en

const WordsContext = createContext<Words>(en)
export const WordsProvider = WordsContext.Provider
export const useWords = (): Words => useContext(WordsContext)
