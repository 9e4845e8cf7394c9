import { useEffect, useRef } from 'react'
import { isMac, type KeyName, keyOf } from './keymap.ts'

type Acts = Partial<Record<KeyName, () => void>>

const stack: { current: Acts }[] = []
let areOn = true

/** All can be turned off (experience.md 5.9). */
export function setKeysOn(on: boolean): void {
  areOn = on
}

function press(event: KeyboardEvent): void {
  if (!areOn || event.defaultPrevented || event.isComposing) return
  const name = keyOf(event, isMac())
  if (!name) return
  // A dialog is open: what lies behind it does not answer, but panes and palette are harmless to ask for.
  if (document.querySelector('dialog[open]') && name !== 'palette') return
  const act = stack.findLast((acts) => acts.current[name])?.current[name]
  if (!act) return
  event.preventDefault()
  act()
}

/** The newest mounted screen that knows a chord answers it. */
export function useKeys(acts: Acts): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    if (stack.length === 0) window.addEventListener('keydown', press)
    stack.push(latest)
    return () => {
      stack.splice(stack.indexOf(latest), 1)
      if (stack.length === 0) window.removeEventListener('keydown', press)
    }
  }, [])
}
