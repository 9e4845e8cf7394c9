import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { rememberedScroll, setParent, usePlace } from './router.tsx'

/** What a screen tells the shell around it. */
export interface Frame {
  /** The page's `h1`; takes focus on arrival. */
  title: string
  /** The browser's title where the heading holds a name: titles never do (experience.md 1.11). */
  tabTitle?: string
  /** The page above; Back leads there. */
  back?: string
  /** `fill` is exactly the screen, for a conversation that scrolls inside. */
  layout?: 'page' | 'fill'
  /** Of the title, where the screen is not in the language of the rest. */
  language?: string
}

interface Framed {
  frame: Frame
  setFrame: (frame: Frame) => void
  /** How many forms on the page still have something to be put right. */
  faulty: number
  setFaulty: (change: (before: number) => number) => void
}
const Framing = createContext<Framed | undefined>(undefined)

export function FrameProvider({ children }: { children: ReactNode }) {
  const words = useWords()
  const [frame, setFrame] = useState<Frame>({ title: words.app.name })
  const [faulty, setFaulty] = useState(0)
  const value = useMemo(() => ({ frame, setFrame, faulty, setFaulty }), [frame, faulty])
  return <Framing.Provider value={value}>{children}</Framing.Provider>
}

export function useFrame(): Frame {
  return useFraming().frame
}

function useFraming() {
  const framing = useContext(Framing)
  if (!framing) throw new Error('useFrame outside FrameProvider')
  return framing
}

/** What every screen does on arrival: names itself, says what stands above it, and goes back to where the reader stood. */
export function useScreen({ title, tabTitle, back, layout }: Omit<Frame, 'language'>): void {
  const { setFrame, faulty } = useFraming()
  const words = useWords()
  const place = usePlace()

  useLayoutEffect(() => {
    setFrame({ title, tabTitle, back, layout, language: words.language.code })
    setParent(back)
  }, [setFrame, title, tabTitle, back, layout, words.language.code])

  useEffect(() => {
    document.title = `${faulty > 0 ? `${words.problem.titlePrefix} ` : ''}${tabTitle ?? title} – ${words.app.name}`
  }, [title, tabTitle, faulty, words])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once on each arrival, whatever else changes
  useLayoutEffect(() => {
    window.scrollTo(0, rememberedScroll(place))
  }, [place.index, place.path])
}

/** Puts “Error:” before the browser's title while a form of the page has something to be put right. */
export function useFaultyTitle(isFaulty: boolean): void {
  const setFaulty = useContext(Framing)?.setFaulty
  useLayoutEffect(() => {
    if (!isFaulty || !setFaulty) return
    setFaulty((before) => before + 1)
    return () => setFaulty((before) => before - 1)
  }, [isFaulty, setFaulty])
}
