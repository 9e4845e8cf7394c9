import { Icon } from '@weft/ui/icon/icon.tsx'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../words/words.ts'
import { type Entry, find } from './entries.ts'
import './palette.css'

export interface PaletteProps {
  entries: readonly Entry[]
  /** Ids of what was picked lately, newest first. */
  recent: readonly string[]
  onPick: (entry: Entry) => void
  onClose: () => void
}

/** People I may see, pages, and acts on what is open, from what is already here: it never waits for anything. */
export function Palette({ entries, recent, onPick, onClose }: PaletteProps) {
  const { palette: words } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = useMemo(() => find(entries, typed, recent), [entries, typed, recent])
  const flat = found.flatMap((each) => each.entries)
  const at = Math.min(active, flat.length - 1)

  useLayoutEffect(() => {
    const element = dialog.current
    const opener = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  })

  const pick = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    onPick(entry)
  }
  const press = (event: KeyboardEvent) => {
    const last = flat.length - 1
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, PageDown: last, PageUp: 0 }[
      event.key
    ]
    if (to !== undefined) setActive(to)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) pick(flat[at])
    else return
    event.preventDefault()
  }
  const optionId = (entry: Entry) => `${id}-${entry.id}`
  const current = flat[at]

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the backdrop; the keyboard has Esc
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event: MouseEvent) => event.target === dialog.current && onClose()}
    >
      <div className="palette__box">
        <label className="palette__line">
          <Icon of={Search} />
          <span className="visually-hidden">{words.label}</span>
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={current && optionId(current)}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="go"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
            }}
            onKeyDown={press}
          />
        </label>
        <div className="palette__list" role="listbox" id={`${id}-list`} aria-label={words.results} ref={list}>
          {found.map(({ group, entries: inGroup }) => (
            // biome-ignore lint/a11y/useSemanticElements: groups of a listbox have no element of their own
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p className="palette__group" id={`${id}-${group}`} role="presentation">
                {words.groups[group]}
              </p>
              {inGroup.map((entry) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: focus stays in the box above, which hears the keys
                // biome-ignore lint/a11y/useFocusableInteractive: as above
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  aria-selected={entry === current}
                  className="palette__entry"
                  onClick={() => pick(entry)}
                  onPointerMove={() => setActive(flat.indexOf(entry))}
                >
                  {entry.icon && <Icon of={entry.icon} />}
                  <bdi className="palette__label">{entry.label}</bdi>
                  {entry.detail && <span className="palette__detail">{entry.detail}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p className="palette__foot" role="status">
          {flat.length === 0 ? words.none : <span className="visually-hidden">{words.count(flat.length)}</span>}
        </p>
      </div>
    </dialog>
  )
}
