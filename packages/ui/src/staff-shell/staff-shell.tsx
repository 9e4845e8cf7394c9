import { ChevronsRight, Ellipsis, type LucideIcon, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Dialog } from '../dialog/dialog.tsx'
import { Icon } from '../icon/icon.tsx'
import { Link } from '../link/link.tsx'
import { type StaffShellWords, words } from './words.ts'
import './staff-shell.css'

export interface Section {
  href: string
  label: string
  icon: LucideIcon
  isCurrent?: boolean
  count?: number
  /** “Alt+1”, shown in the tooltip. */
  keys?: string
}

export interface StaffShellProps {
  /** The page's `h1`, for screen readers; pages with a visible title of their own leave it out. */
  title?: string
  /** Only those this person's role has, most used first: the first three stand in the bar on a phone. */
  sections: Section[]
  isWide: boolean
  onWideChange: (isWide: boolean) => void
  onFind?: () => void
  /** `RailFact`s and `RailButton`s: duty, availability, Keys, account. */
  foot?: ReactNode
  /** A bar over everything: opened from the record system, break glass. */
  banner?: ReactNode
  strip?: ReactNode
  children: ReactNode
  words?: Partial<StaffShellWords>
}

/** The staff portal around every page: rail, foot, and a frame exactly the height of the window whose panes scroll inside. */
export function StaffShell(props: StaffShellProps) {
  const { title, sections, isWide, onWideChange, onFind, foot, banner, strip, children } = props
  const say = { ...words, ...props.words }
  const [isMoreOpen, setMoreOpen] = useState(false)
  const barSections = sections.length > 4 ? sections.slice(0, 3) : sections
  const moreSections = sections.slice(barSections.length)
  return (
    <div className="wf-staff-shell" data-wide={isWide || undefined}>
      <a className="wf-staff-shell__skip visually-hidden" href="#main">
        {say.skip}
      </a>
      <header className="wf-staff-shell__rail">
        {onFind && <RailButton icon={Search} label={say.find} keys={say.findKeys} onPress={onFind} />}
        <nav aria-label={say.sections}>
          <ul className="wf-staff-shell__sections">
            {sections.map((section) => (
              <li key={section.href}>
                <SectionLink {...section} say={say} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="wf-staff-shell__foot">
          {foot}
          <RailButton
            icon={ChevronsRight}
            label={isWide ? say.narrow : say.widen}
            mirror
            isTurned={isWide}
            onPress={() => onWideChange(!isWide)}
          />
        </div>
      </header>
      <div className="wf-staff-shell__page">
        {banner}
        {strip}
        <main id="main" tabIndex={-1} className="wf-staff-shell__main">
          {title && <h1 className="visually-hidden">{title}</h1>}
          {children}
        </main>
      </div>
      <nav className="wf-staff-shell__bar" aria-label={say.sections}>
        <ul className="wf-staff-shell__places">
          {barSections.map((section) => (
            <li key={section.href}>
              <SectionLink {...section} say={say} />
            </li>
          ))}
          <li>
            <button type="button" className="wf-rail-item" aria-haspopup="dialog" onClick={() => setMoreOpen(true)}>
              <Icon of={Ellipsis} />
              <span className="wf-rail-item__label">{say.more}</span>
            </button>
          </li>
        </ul>
      </nav>
      {isMoreOpen && (
        <Dialog title={say.more} shape="sheet" onClose={() => setMoreOpen(false)}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: buttons and links turn keys into presses themselves */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: whatever is picked in it, it has done its work */}
          <div className="wf-staff-shell__more" onClick={() => setMoreOpen(false)}>
            {onFind && <RailButton icon={Search} label={say.find} onPress={onFind} />}
            {moreSections.map((section) => (
              <SectionLink key={section.href} {...section} say={say} />
            ))}
            {foot}
          </div>
        </Dialog>
      )}
    </div>
  )
}

function SectionLink({ href, label, icon, isCurrent, count, keys, say }: Section & { say: StaffShellWords }) {
  return (
    <Link
      className="wf-rail-item"
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      title={keys ? `${label} (${keys})` : label}
    >
      <Icon of={icon} />
      <span className="wf-rail-item__label">{label}</span>{' '}
      {count ? (
        <span className="wf-rail-item__count">
          <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
          <span className="visually-hidden">{say.count(count)}</span>
        </span>
      ) : null}
    </Link>
  )
}

export interface RailButtonProps {
  icon: LucideIcon
  label: string
  keys?: string
  mirror?: boolean
  isTurned?: boolean
  onPress: () => void
}

/** A button in the rail: icon alone when narrow, with its word when wide. */
export function RailButton({ icon, label, keys, mirror, isTurned, onPress }: RailButtonProps) {
  return (
    <button
      type="button"
      className="wf-rail-item"
      data-turned={isTurned || undefined}
      title={keys ? `${label} (${keys})` : label}
      onClick={onPress}
    >
      <Icon of={icon} mirror={mirror} />
      <span className="wf-rail-item__label">{label}</span>
      {keys && <kbd className="wf-rail-item__keys">{keys}</kbd>}
    </button>
  )
}

export interface RailFactProps {
  icon: LucideIcon
  /** “On duty: Sam · deputy Priya”. */
  text: string
  /** “Nobody on duty”: red, before it matters. */
  isAlarming?: boolean
}

export function RailFact({ icon, text, isAlarming }: RailFactProps) {
  return (
    <p className="wf-rail-item" data-alarming={isAlarming || undefined} title={text}>
      <Icon of={icon} />
      <span className="wf-rail-item__label">{text}</span>
    </p>
  )
}
