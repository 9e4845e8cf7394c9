import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Icon } from '../icon/icon.tsx'
import { Link } from '../link/link.tsx'
import './card.css'

export interface CardProps {
  title?: ReactNode
  titleLevel?: 2 | 3
  /** Beside the title: a mark, a time, a menu. */
  meta?: ReactNode
  /** At the foot. */
  action?: ReactNode
  children?: ReactNode
}

/** One thing at a time, on paper of its own. With a title it is a section named by it. */
export function Card({ title, titleLevel = 2, meta, action, children }: CardProps) {
  const titleId = useId()
  const Title = titleLevel === 2 ? 'h2' : 'h3'
  return (
    <section className="wf-card" aria-labelledby={title ? titleId : undefined}>
      {(title || meta) && (
        <header className="wf-card__head">
          {title && (
            <Title id={titleId} className="wf-card__title">
              {title}
            </Title>
          )}
          {meta}
        </header>
      )}
      {children}
      {action && <div className="wf-card__action">{action}</div>}
    </section>
  )
}

export interface TileProps {
  href: string
  label: string
  icon: LucideIcon
}

/** A way on to a page: Plan, Appointments, My team. Stands in a `TileGrid`. */
export function Tile({ href, label, icon }: TileProps) {
  return (
    <li>
      <Link className="wf-tile" href={href}>
        <Icon of={icon} />
        {label}
      </Link>
    </li>
  )
}

export function TileGrid({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="wf-tiles">{children}</ul>
    </nav>
  )
}
