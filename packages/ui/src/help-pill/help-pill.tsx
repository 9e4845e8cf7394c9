import { LifeBuoy } from 'lucide-react'
import type { MouseEvent } from 'react'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type HelpPillWords, words } from './words.ts'
import './help-pill.css'

export interface HelpPillProps {
  /** The plain help page, which works with no script, no signal and no sign-in. */
  href?: string
  /** Opens the sheet in place of the page. Left out, the link is followed. */
  onOpen?: () => void
  words?: Partial<HelpPillWords>
}

/** Same name, same corner, same place in the reading order on every screen (WCAG 3.2.6). Nothing else has its colour. */
export function HelpPill({ href = '/help', onOpen, words: given }: HelpPillProps) {
  const say = usePieceWords('helpPill', words, given)
  const open = (event: MouseEvent) => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <a className="wf-help-pill" href={href} onClick={open}>
      <Icon of={LifeBuoy} />
      {say.getHelpNow}
    </a>
  )
}
