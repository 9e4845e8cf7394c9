import { MessageSquareText, Phone } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Button, LinkButton } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import type { HelpLine } from './lines.ts'
import { type HelpPanelWords, words } from './words.ts'
import './help-panel.css'

export interface HelpContact {
  name: string
  /** As people write it; the link leaves out the spaces. */
  phone: string
}

/** What belongs to the person. Left out altogether when signed out or locked: nothing then hints that it exists. */
export interface OwnHelp {
  teams?: (HelpContact & { hours: string })[]
  people?: HelpContact[]
  /** At most two pinned coping ideas, in their own words. */
  ideas?: string[]
  planHref?: string
}

export interface HelpPanelProps {
  lines: readonly HelpLine[]
  /** “1 April 2026”. */
  checkedOn: string
  own?: OwnHelp
  /** Choice of nation, an interpreter: last before the date. */
  routes?: ReactNode
  /** Of the headings inside: 2 on a page of its own, 3 in a sheet. */
  level?: 2 | 3
  words?: Partial<HelpPanelWords>
}

/** A number is never broken over two lines. */
const unbroken = (text: string) => text.replaceAll(/(\d) (?=\d)/g, '$1\u00a0')
const tel = (phone: string) => `tel:${phone.replaceAll(/[^\d+]/g, '')}`

/** The order is fixed for everyone, and no theme may change it. */
export function HelpPanel({ lines, checkedOn, own, routes, level = 2, words: given }: HelpPanelProps) {
  const say = usePieceWords('helpPanel', words, given)
  const more = lines.filter((line) => line.isMore)
  return (
    <div className="wf-help">
      <HelpRows lines={lines.filter((line) => !line.isMore)} label={say.now} />
      {more.length > 0 && (
        <details className="wf-help__more">
          <summary>{say.more}</summary>
          <HelpRows lines={more} label={say.more} />
        </details>
      )}
      {own && <Own {...own} level={level} say={say} />}
      <Routes lines={lines} level={level} say={say} />
      {routes}
      <p className="wf-help__checked">{say.checked(checkedOn)}</p>
    </div>
  )
}

interface Inside {
  level: 2 | 3
  say: HelpPanelWords
}

function Own({ teams = [], people = [], ideas = [], planHref, level, say }: OwnHelp & Inside) {
  return (
    <>
      {teams.length > 0 && (
        <Block title={say.team} level={level}>
          <ul className="wf-help__rows">
            {teams.map((team) => (
              <Row
                key={team.phone}
                way="call"
                title={team.name}
                phone={team.phone}
                detail={say.open(team.hours)}
                href={tel(team.phone)}
              />
            ))}
          </ul>
        </Block>
      )}
      {people.length > 0 && (
        <Block title={say.people} level={level}>
          <ul className="wf-help__rows">
            {people.map((person) => (
              <Row key={person.phone} way="call" title={person.name} phone={person.phone} href={tel(person.phone)} />
            ))}
          </ul>
        </Block>
      )}
      {ideas.length > 0 && (
        <Block title={say.ideas} level={level}>
          <ul className="wf-help__ideas">
            {ideas.map((idea) => (
              <li key={idea}>
                <bdi dir="auto">{idea}</bdi>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {planHref && people.length === 0 && <p>{say.noPlan}</p>}
      {planHref && (
        <LinkButton href={planHref} block>
          {say.plan}
        </LinkButton>
      )}
    </>
  )
}

function Block({ title, level, children }: { title: string; level: 2 | 3; children: ReactNode }) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="wf-help__block">
      <Title className="wf-help__heading">{title}</Title>
      {children}
    </div>
  )
}

export interface HelpRowsProps {
  lines: readonly HelpLine[]
  /** Names the list for a screen reader. */
  label: string
}

/** Call and text rows alone, 64 px high: for the panel, a card in a thread, a safety plan. */
export function HelpRows({ lines, label }: HelpRowsProps) {
  return (
    <ul className="wf-help__rows" aria-label={label}>
      {lines.map((line) => (
        <Row key={line.id} {...line} />
      ))}
    </ul>
  )
}

interface RowProps extends Pick<HelpLine, 'way' | 'title' | 'detail' | 'href'> {
  /** Of somebody whose name is the title; left to right in every language. */
  phone?: string
}

function Row({ way, title, phone, detail, href }: RowProps) {
  return (
    <li>
      <a className="wf-help__row" href={href}>
        <Icon of={way === 'call' ? Phone : MessageSquareText} />
        <span className="wf-help__words">
          <span className="wf-help__title">
            <bdi>{unbroken(title)}</bdi>
            {phone && (
              <>
                {' '}
                <bdi dir="ltr">{unbroken(phone)}</bdi>
              </>
            )}
          </span>
          {detail && <span className="wf-help__detail">{unbroken(detail)}</span>}
        </span>
      </a>
    </li>
  )
}

/** After the rows, so that they stay together on one small screen. */
function Routes({ lines, level, say }: { lines: readonly HelpLine[] } & Inside) {
  const routes = lines.flatMap((line) => line.routes ?? [])
  if (routes.length === 0) return null
  return (
    <Block title={say.routes} level={level}>
      <ul className="wf-help__routes">
        {routes.map((route) => (
          <li key={route.href}>
            <a href={route.href}>{route.label}</a>
          </li>
        ))}
      </ul>
    </Block>
  )
}

export interface HelpSheetProps extends HelpPanelProps {
  onClose: () => void
}

/** The panel over whatever was open: Esc or Close goes back to the exact place. Opening is heard by focus on its heading. */
export function HelpSheet({ onClose, ...panel }: HelpSheetProps) {
  const say = usePieceWords('helpPanel', words, panel.words)
  return (
    <Dialog title={say.title} shape="full" onClose={onClose} words={say}>
      <HelpPanel {...panel} level={3} />
    </Dialog>
  )
}

export interface HelpCardProps {
  /** “It sounds like things may be very hard right now. …” Never what set it off. */
  text: string
  /** Three rows at most. */
  lines: readonly HelpLine[]
  onClose: () => void
  words?: Partial<HelpPanelWords>
}

/** Offered inside a conversation. It never delays or blocks a message; the app also tells the announcer, once. */
export function HelpCard({ text, lines, onClose, words: given }: HelpCardProps) {
  const say = usePieceWords('helpPanel', words, given)
  const textId = useId()
  return (
    <section className="wf-help-card" aria-labelledby={textId}>
      <p id={textId}>{text}</p>
      <HelpRows lines={lines.slice(0, 3)} label={say.now} />
      <Button kind="quiet" onClick={onClose}>
        {say.close}
      </Button>
    </section>
  )
}
