import { ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { Link } from '../link/link.tsx'
import './list-row.css'

export interface ListRowProps {
  title: ReactNode
  detail?: ReactNode
  icon?: LucideIcon
  /** Goes somewhere; the whole row is the link. */
  href?: string
  /** Does something; the whole row is the button. */
  onPress?: () => void
  /** After the words: a value, a badge, a control of its own (then give neither `href` nor `onPress`). */
  end?: ReactNode
}

/** One line of a settings or privacy list, in a `RowList`. */
export function ListRow({ title, detail, icon, href, onPress, end }: ListRowProps) {
  const body = (
    <>
      {icon && <Icon of={icon} />}
      <span className="wf-list-row__words">
        <span className="wf-list-row__title">{title}</span>
        {detail && <span className="wf-list-row__detail">{detail}</span>}
      </span>
      {end}
      {href && <Icon of={ChevronRight} mirror />}
    </>
  )
  return (
    <li>
      {href ? (
        <Link className="wf-list-row" href={href}>
          {body}
        </Link>
      ) : onPress ? (
        <button type="button" className="wf-list-row" onClick={onPress}>
          {body}
        </button>
      ) : (
        <div className="wf-list-row">{body}</div>
      )}
    </li>
  )
}

export function RowList({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className="wf-rows" aria-label={label}>
      {children}
    </ul>
  )
}
