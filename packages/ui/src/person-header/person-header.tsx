import { PhoneOff, ShieldAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Notice } from '../notice/notice.tsx'
import { edgeOf } from './edge.ts'
import { type PersonHeaderWords, words } from './words.ts'
import './person-header.css'

export interface PersonHeaderProps {
  personId: string
  /** As they like to be called. */
  calledName: string
  fullName: string
  pronouns?: string
  /** “4 March 1961, 65 years”. */
  born?: string
  /** Ten figures; shown 3-3-4. */
  nhsNumber?: string
  onCopyNhsNumber?: (nhsNumber: string) => void
  /** Interpreter, large print. */
  needs?: readonly string[]
  /** “Do not text. Call 9 to 12.” */
  safeContact?: string
  /** A fact, where it comes from, when it is looked at again. */
  staffSafety?: { line: string; source: string; reviewOn: string }
  lead?: string
  enrolment?: string
  /** “Sleep, 2 goals”. */
  shares?: string
  /** Message first. */
  actions?: ReactNode
  /** The page's own heading is the person on W2; elsewhere it is a lesser one. */
  level?: 1 | 2
  words?: Partial<PersonHeaderWords>
}

const spaced = (nhsNumber: string) => nhsNumber.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3')

/** Who this page is about, on every page about somebody. */
export function PersonHeader(props: PersonHeaderProps) {
  const { personId, calledName, fullName, pronouns, needs = [], safeContact, staffSafety, actions, level = 1 } = props
  const say = { ...words, ...props.words }
  const Name = level === 1 ? 'h1' : 'h2'
  return (
    <section className="wf-person-header" aria-label={say.region} data-edge={edgeOf(personId)}>
      <div className="wf-person-header__top">
        <div className="wf-person-header__who">
          <Name className="wf-person-header__name">
            <bdi>{calledName}</bdi>
          </Name>
          <p className="wf-person-header__full">
            {fullName !== calledName && <bdi>{fullName}</bdi>}
            {pronouns && <span>{pronouns}</span>}
          </p>
        </div>
        {actions && <div className="wf-person-header__actions">{actions}</div>}
      </div>
      <dl className="wf-person-header__facts">
        <Fact name={say.born}>{props.born}</Fact>
        {props.nhsNumber && <NhsNumber nhsNumber={props.nhsNumber} onCopy={props.onCopyNhsNumber} say={say} />}
        <Fact name={say.needs}>{needs.length > 0 && needs.join(', ')}</Fact>
        <Fact name={say.lead}>{props.lead}</Fact>
        <Fact name={say.enrolment}>{props.enrolment}</Fact>
        <Fact name={say.shares}>{props.shares}</Fact>
      </dl>
      {safeContact && (
        <Notice tone="warn" icon={PhoneOff} title={say.safeContact}>
          <p>{safeContact}</p>
        </Notice>
      )}
      {staffSafety && (
        <Notice tone="danger" icon={ShieldAlert} title={say.staffSafety}>
          <p>{staffSafety.line}</p>
          <p className="wf-person-header__source">{say.sourceAndReview(staffSafety.source, staffSafety.reviewOn)}</p>
        </Notice>
      )}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface NhsNumberProps {
  nhsNumber: string
  onCopy?: (nhsNumber: string) => void
  say: PersonHeaderWords
}

function NhsNumber({ nhsNumber, onCopy, say }: NhsNumberProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    onCopy?.(nhsNumber)
    setCopied(true)
  }
  return (
    <div>
      <dt>{say.nhsNumber}</dt>
      <dd className="wf-person-header__nhs">
        <span className="wf-person-header__number">{spaced(nhsNumber)}</span>
        {onCopy && (
          <Button
            kind="quiet"
            aria-label={isCopied ? say.copied : say.copyLabel}
            onClick={copy}
            onBlur={() => setCopied(false)}
          >
            {isCopied ? say.copied : say.copy}
          </Button>
        )}
      </dd>
    </div>
  )
}
