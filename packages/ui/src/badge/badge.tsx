import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import './badge.css'

export type BadgeTone = 'neutral' | 'brand' | 'warn' | 'danger' | 'ok' | 'info' | 'private'

export interface BadgeProps {
  tone?: BadgeTone
  icon?: LucideIcon
  /** Always a word: the colour only repeats it. */
  children: ReactNode
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className="wf-badge" data-tone={tone}>
      {icon && <Icon of={icon} small />}
      {children}
    </span>
  )
}
