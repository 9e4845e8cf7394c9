import type { LucideIcon } from 'lucide-react'
import './icon.css'

export interface IconProps {
  of: LucideIcon
  /** Arrows, send and lists point the other way in right-to-left text; clocks, phones and ticks never do. */
  mirror?: boolean
  small?: boolean
}

/** A Lucide icon at the app's size. Decoration only: the word beside it, or the control's own name, says it. */
export function Icon({ of: Drawing, mirror, small }: IconProps) {
  return (
    <Drawing
      className="wf-icon"
      data-mirror={mirror || undefined}
      data-small={small || undefined}
      strokeWidth={2}
      aria-hidden="true"
      focusable="false"
    />
  )
}
