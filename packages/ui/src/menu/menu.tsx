import { Ellipsis, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../icon/icon.tsx'
import './menu.css'

export interface MenuItem {
  label: string
  icon?: LucideIcon
  onPick: () => void
}

export interface MenuProps {
  /** What the button says; with `iconOnly` its accessible name. Say whose acts: “Acts for this message”. */
  label: string
  icon?: LucideIcon
  iconOnly?: boolean
  items: MenuItem[]
}

/** A menu button (WAI-ARIA): arrows, Home, End and first letters move; Esc and Tab close; focus returns to the button. */
export function Menu({ label, icon = Ellipsis, iconOnly, items }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [openAt, setOpenAt] = useState<'first' | 'last'>()

  const close = (focus = true) => {
    setOpenAt(undefined)
    if (focus) button.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    setOpenAt(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  return (
    <>
      <button
        ref={button}
        id={id}
        type="button"
        className="wf-menu-button"
        data-icon-only={iconOnly || undefined}
        aria-haspopup="menu"
        aria-expanded={openAt !== undefined}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        onClick={() => (openAt ? close() : setOpenAt('first'))}
        onKeyDown={press}
      >
        <Icon of={icon} small />
        {!iconOnly && label}
      </button>
      {openAt &&
        button.current &&
        createPortal(
          <MenuList labelledBy={id} button={button.current} openAt={openAt} items={items} onClose={close} />,
          button.current.closest('dialog') ?? document.body,
        )}
    </>
  )
}

interface ListProps {
  labelledBy: string
  button: HTMLElement
  openAt: 'first' | 'last'
  items: MenuItem[]
  onClose: (focus?: boolean) => void
}

function MenuList({ labelledBy, button, openAt, items, onClose }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

  // biome-ignore lint/correctness/useExhaustiveDependencies: placed on opening, and again when what it hangs from moves
  useLayoutEffect(() => {
    place(list.current!, button)
    const all = options()
    ;(openAt === 'first' ? all[0] : all.at(-1))?.focus()
    const away = (event: Event) => {
      if (event.target instanceof Node && (list.current?.contains(event.target) || button.contains(event.target)))
        return
      onClose(false)
    }
    // A thread moves a little by itself when one of its buttons takes focus: that must not close what was just opened.
    const follow = () => {
      const { top, bottom } = button.getBoundingClientRect()
      if (bottom < 0 || top > window.innerHeight) onClose(false)
      else place(list.current!, button)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [])

  const press = (event: KeyboardEvent) => {
    // A menu drawn elsewhere on the page still belongs to its message: the message must not hear its keys.
    event.stopPropagation()
    const all = options()
    const at = all.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose()
      return
    }
    let to: HTMLElement | undefined
    if (event.key === 'ArrowDown') to = all[(at + 1) % all.length]
    else if (event.key === 'ArrowUp') to = all.at(at - 1)
    else if (event.key === 'Home') to = all[0]
    else if (event.key === 'End') to = all.at(-1)
    else if (event.key.length === 1 && event.key !== ' ') to = startingWith(all, at, event.key)
    else return
    event.preventDefault()
    to?.focus()
  }

  return (
    <div ref={list} className="wf-menu" role="menu" aria-labelledby={labelledBy} tabIndex={-1} onKeyDown={press}>
      {items.map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose()
            item.onPick()
          }}
        >
          {item.icon && <Icon of={item.icon} />}
          {item.label}
        </button>
      ))}
    </div>
  )
}

function startingWith(all: HTMLElement[], at: number, letter: string): HTMLElement | undefined {
  const after = [...all.slice(at + 1), ...all.slice(0, at + 1)]
  return after.find((option) => option.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()))
}

/** Below the button and in line with its end, or above where there is no room; never off the screen. */
function place(list: HTMLElement, button: HTMLElement) {
  const edge = 8
  const from = button.getBoundingClientRect()
  const size = list.getBoundingClientRect()
  const rtl = getComputedStyle(button).direction === 'rtl'
  const start = rtl ? from.left : from.right - size.width
  const x = Math.max(edge, Math.min(start, window.innerWidth - size.width - edge))
  const fitsBelow = from.bottom + 4 + size.height <= window.innerHeight - edge
  const y = fitsBelow ? from.bottom + 4 : Math.max(edge, from.top - 4 - size.height)
  list.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`
}
