import type { ReactNode } from 'react'
import { useWords } from '../../words/words.ts'
import './sign-in.css'

/** The quiet page around everything that needs no session. */
export function FrontPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { brand } = useWords()
  return (
    <main className="front" id="main">
      <div className="front__card">
        <p className="front__brand">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="28" height="28" />
          {brand}
        </p>
        <h1>{title}</h1>
        {lead && <p className="front__lead">{lead}</p>}
        {children}
      </div>
    </main>
  )
}
