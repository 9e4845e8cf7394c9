import { ChevronRight, Eye, HeartHandshake, Lock, type LucideIcon, Users } from 'lucide-react'
import { useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type WhoCanSeeWords, words } from './words.ts'
import './who-can-see.css'

export type Audience = 'private' | 'team' | 'shared' | 'carer'

export interface Viewer {
  name: string
  role?: string
  organisation?: string
}

export interface WhoCanSeeProps {
  kind: Audience
  /** “8 people in this team can see this”. `private` has its own words unless told. */
  line?: string
  /** Everyone who can see it, by name. With none and no notes the line cannot be opened. */
  viewers?: readonly Viewer[]
  /** After the names: “Your family and carers cannot see this”. */
  notes?: readonly string[]
  /** Opens something of the app's own instead of the names: there it can be changed. */
  onPress?: () => void
  words?: Partial<WhoCanSeeWords>
}

const icons: Record<Audience, LucideIcon> = { private: Lock, team: Eye, shared: Users, carer: HeartHandshake }

/** Says who can see it, beside where it is written; a press tells by name and role. */
export function WhoCanSee({ kind, line, viewers = [], notes = [], onPress, words: given }: WhoCanSeeProps) {
  const say = usePieceWords('whoCanSee', words, given)
  const [isOpen, setOpen] = useState(false)
  const text = line ?? say.private
  if (viewers.length === 0 && notes.length === 0 && !onPress) {
    return (
      <p className="wf-who-can-see" data-kind={kind}>
        <Icon of={icons[kind]} small />
        {text}
      </p>
    )
  }
  return (
    <>
      <button
        type="button"
        className="wf-who-can-see"
        data-kind={kind}
        aria-haspopup="dialog"
        onClick={onPress ?? (() => setOpen(true))}
      >
        <Icon of={icons[kind]} small />
        <span>{text}</span>
        <Icon of={ChevronRight} mirror small />
      </button>
      {isOpen && (
        <Dialog title={say.title} shape="sheet" onClose={() => setOpen(false)} words={say}>
          <p>{text}</p>
          <ul className="wf-who-can-see__viewers">
            {viewers.map((viewer) => (
              <li key={`${viewer.name} ${viewer.role} ${viewer.organisation}`}>
                <bdi className="wf-who-can-see__name">{viewer.name}</bdi>
                <span>{[viewer.role, viewer.organisation].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
          {notes.map((note) => (
            <p key={note} className="wf-who-can-see__note">
              {note}
            </p>
          ))}
        </Dialog>
      )}
    </>
  )
}
