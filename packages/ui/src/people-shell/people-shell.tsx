import { ArrowLeft, DoorOpen, type LucideIcon, Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../button/button.tsx'
import { Dialog } from '../dialog/dialog.tsx'
import { HelpPill } from '../help-pill/help-pill.tsx'
import type { HelpPillWords } from '../help-pill/words.ts'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { Link } from '../link/link.tsx'
import { useKeyboardUp } from './use-keyboard-up.ts'
import { type PeopleShellWords, words } from './words.ts'
import './people-shell.css'

export interface NavPlace {
  href: string
  label: string
  icon: LucideIcon
  isCurrent?: boolean
  /** Unread; 0 shows nothing. */
  count?: number
}

export interface MenuPlace {
  href: string
  label: string
  icon?: LucideIcon
  /** What waits there, said quietly: “1 choice waiting”. */
  note?: string
}

export interface PeopleShellProps {
  /** The page's `h1`; takes focus whenever it changes, so a new page is read. Set `document.title` in the app. */
  title: string
  /** Where it is not the page's: `en`. */
  titleLanguage?: string
  /** An inner page: Back stands where Menu does. */
  back?: { href: string; label?: string }
  menu?: MenuPlace[]
  /** Under the places in the menu: Sign out. */
  menuFoot?: ReactNode
  /** Today, Messages, Track, Goals. Absent before sign-in. */
  nav?: NavPlace[]
  onLeaveQuickly?: () => void
  helpHref?: string
  onHelp?: () => void
  /** A carer acting for someone. */
  supporting?: { name: string; onMyself: () => void }
  /** The connection strip. */
  strip?: ReactNode
  /** `page` scrolls as a whole; `fill` is exactly the screen, for a conversation that scrolls inside. */
  layout?: 'page' | 'fill'
  children: ReactNode
  words?: Partial<PeopleShellWords>
  helpWords?: Partial<HelpPillWords>
}

/** The people's app around every page: bar, title, Get help now in its corner, four words at the foot. */
export function PeopleShell(props: PeopleShellProps) {
  const { title, nav = [], supporting, strip, layout = 'page', children } = props
  const say = usePieceWords('peopleShell', words, props.words)
  const { isKeyboardUp, height } = useKeyboardUp()
  const heading = useTitleFocus(title)
  const top = useRef<HTMLElement>(null)
  const foot = useRef<HTMLElement>(null)
  useScrollPadding(top, '--bar-top')
  useScrollPadding(foot, '--bar-bottom')

  return (
    <div
      className="wf-people-shell"
      data-layout={layout}
      data-keyboard={isKeyboardUp || undefined}
      style={height === undefined ? undefined : { blockSize: height }}
    >
      <a className="wf-people-shell__skip visually-hidden" href="#main">
        {say.skip}
      </a>
      <header className="wf-people-shell__top" ref={top}>
        <div className="wf-people-shell__bar">
          <Lead {...props} say={say} />
          <h1 ref={heading} tabIndex={-1}>
            {props.titleLanguage ? <bdi lang={props.titleLanguage}>{title}</bdi> : title}
          </h1>
          {props.onLeaveQuickly && (
            <Button kind="quiet" icon={DoorOpen} onClick={props.onLeaveQuickly}>
              {say.leave}
            </Button>
          )}
          <HelpPill href={props.helpHref} onOpen={props.onHelp} words={props.helpWords} />
        </div>
        {supporting && (
          <div className="wf-people-shell__supporting">
            <p>{say.supporting(supporting.name)}</p>
            <Button kind="quiet" onClick={supporting.onMyself}>
              {say.backToMyself}
            </Button>
          </div>
        )}
        {strip}
      </header>
      <main id="main" tabIndex={-1} className="wf-people-shell__main">
        {children}
      </main>
      {nav.length > 0 && (
        <nav className="wf-people-shell__nav" aria-label={say.nav} ref={foot} hidden={isKeyboardUp}>
          <ul className="wf-people-shell__places">
            {nav.map((place) => (
              <li key={place.href}>
                <Link href={place.href} aria-current={place.isCurrent ? 'page' : undefined}>
                  <Icon of={place.icon} />
                  <span className="wf-people-shell__place">
                    {place.label}
                    {place.count ? <Count count={place.count} say={say} /> : null}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}

function Count({ count, say }: { count: number; say: PeopleShellWords }) {
  return (
    <>
      {' '}
      <span className="wf-people-shell__count" aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
      <span className="visually-hidden">{say.count(count)}</span>
    </>
  )
}

function Lead({ back, menu = [], menuFoot, say }: PeopleShellProps & { say: PeopleShellWords }) {
  const [isOpen, setOpen] = useState(false)
  if (back) {
    return (
      <Link className="wf-people-shell__lead" href={back.href}>
        <Icon of={ArrowLeft} mirror />
        {back.label ?? say.back}
      </Link>
    )
  }
  if (menu.length === 0) return null
  return (
    <>
      <button type="button" className="wf-people-shell__lead" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon of={MenuIcon} />
        {say.menu}
      </button>
      {isOpen && (
        <Dialog title={say.menu} shape="sheet" onClose={() => setOpen(false)} foot={menuFoot}>
          <nav aria-label={say.menu}>
            <ul className="wf-people-shell__menu">
              {menu.map((place) => (
                <li key={place.href}>
                  <Link href={place.href} onClick={() => setOpen(false)}>
                    {place.icon && <Icon of={place.icon} />}
                    {place.label}
                    {place.note && (
                      <>
                        {' '}
                        <span className="wf-people-shell__note">{place.note}</span>
                      </>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </Dialog>
      )}
    </>
  )
}

/** Focus goes to the heading on each new page, but not on the very first: the browser starts at the top itself. */
function useTitleFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(title)
  useEffect(() => {
    if (shown.current === title) return
    shown.current = title
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return heading
}

/** Keeps a focused control clear of a sticky bar, however tall its words have made it (WCAG 2.4.11). */
function useScrollPadding(bar: React.RefObject<HTMLElement | null>, property: '--bar-top' | '--bar-bottom') {
  useLayoutEffect(() => {
    const root = document.documentElement
    if (!bar.current || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0
      root.style.setProperty(property, `${Math.ceil(height) + 8}px`)
    })
    observer.observe(bar.current)
    return () => {
      observer.disconnect()
      root.style.removeProperty(property)
    }
  }, [bar, property])
}
