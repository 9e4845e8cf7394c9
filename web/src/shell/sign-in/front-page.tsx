import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../../words/words.ts'
import './sign-in.css'

interface Props {
  title: string
  lead?: string
  /** For a page that somebody came to from another one: its heading is where they are, again with each new title. */
  takesFocus?: boolean
  children: ReactNode
}

/** The quiet page around everything that needs no session. */
export function FrontPage({ title, lead, takesFocus = false, children }: Props) {
  const { brand } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new title takes focus again
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus, title])
  return (
    <main className="front" id="main">
      <div className="front__card">
        <p className="front__brand">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="28" height="28" />
          {brand}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="front__lead">{lead}</p>}
        {children}
      </div>
    </main>
  )
}
