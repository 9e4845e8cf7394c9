import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { Link, type LinkProps } from '../link/link.tsx'
import './button.css'

/** `danger` belongs in a named confirm and nowhere else; `help` only leads to Get help now. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'help'

interface Look {
  kind?: ButtonKind
  icon?: LucideIcon
  /** Back, send and list icons turn round in right-to-left text. */
  mirrorIcon?: boolean
  /** Fills the width of its column. */
  block?: boolean
  children: ReactNode
}

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'>, Look {
  /** Words while the act is under way (“Signing in…”). The button keeps focus and ignores presses; it is never disabled. */
  busy?: string
}

/** A verb to press. `type` is `button` unless told; a form's main button passes `type="submit"`. */
export function Button({ kind = 'secondary', icon, mirrorIcon, block, busy, children, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className="wf-button"
      data-kind={kind}
      data-block={block || undefined}
      aria-disabled={busy ? true : rest['aria-disabled']}
      onClick={press}
    >
      {icon && <Icon of={icon} mirror={mirrorIcon} />}
      <span>{busy ?? children}</span>
    </button>
  )
}

export type LinkButtonProps = Omit<LinkProps, 'children'> & Look

/** A link that looks like a button: it goes somewhere rather than doing something. */
export function LinkButton({ kind = 'secondary', icon, mirrorIcon, block, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className="wf-button" data-kind={kind} data-block={block || undefined}>
      {icon && <Icon of={icon} mirror={mirrorIcon} />}
      <span>{children}</span>
    </Link>
  )
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  icon: LucideIcon
  /** The accessible name, and the tooltip. In the people's app a word always stands beside an icon: use `Button`. */
  label: string
  mirrorIcon?: boolean
}

export function IconButton({ icon, label, mirrorIcon, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} className="wf-icon-button">
      <Icon of={icon} mirror={mirrorIcon} />
    </button>
  )
}
