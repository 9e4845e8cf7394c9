import { Check, CircleAlert, Info, LifeBuoy, Lock, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import './notice.css'

export type NoticeTone = 'info' | 'warn' | 'danger' | 'ok' | 'private' | 'help'

export interface NoticeProps {
  tone: NoticeTone
  title?: string
  /** In place of the tone's own. */
  icon?: LucideIcon
  /** Buttons or a link, after the words. */
  action?: ReactNode
  children?: ReactNode
}

const icons: Record<NoticeTone, LucideIcon> = {
  info: Info,
  warn: TriangleAlert,
  danger: CircleAlert,
  ok: Check,
  private: Lock,
  help: LifeBuoy,
}

/** Words that stand on the page: a safe-contact rule, an empty duty slot. Not a live region; what comes and goes is announced. */
export function Notice({ tone, title, icon, action, children }: NoticeProps) {
  return (
    <div className="wf-notice" data-tone={tone}>
      <Icon of={icon ?? icons[tone]} />
      <div className="wf-notice__body">
        {title && <p className="wf-notice__title">{title}</p>}
        {children}
        {action && <div className="wf-notice__action">{action}</div>}
      </div>
    </div>
  )
}
