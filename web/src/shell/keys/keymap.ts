/**
 * Every chord of the portal (experience.md 5.9), matched by the key's place on the board, not by its letter. No single letters, and no Alt
 * with B D E F H S T V, Space, Home or arrows: those are the browsers' menus.
 */
export interface Chord {
  code: string
  /** `command` is Ctrl, or Cmd on a Mac; `control` is Ctrl on both. */
  with: 'command' | 'control' | 'alt'
  shift?: true
  /** As a key cap: “J”. */
  cap: string
}

const alt = (code: string, cap: string): Chord => ({ code, with: 'alt', cap })

export const keymap = {
  palette: { code: 'KeyK', with: 'command', cap: 'K' },
  nextPane: { code: 'F6', with: 'control', cap: 'F6' },
  previousPane: { code: 'F6', with: 'control', shift: true, cap: 'F6' },
  section1: alt('Digit1', '1'),
  section2: alt('Digit2', '2'),
  section3: alt('Digit3', '3'),
  next: alt('KeyJ', 'J'),
  previous: alt('KeyK', 'K'),
  reply: alt('KeyR', 'R'),
  note: alt('KeyN', 'N'),
  markUnread: alt('KeyM', 'M'),
  refreshOrder: alt('KeyU', 'U'),
  previousTab: alt('BracketLeft', '['),
  nextTab: alt('BracketRight', ']'),
} satisfies Record<string, Chord>

export type KeyName = keyof typeof keymap

type Press = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'> & {
  getModifierState(name: string): boolean
}

/** Which act a key press asks for, if any. AltGraph types letters; on a Mac, Option does too inside a text box. */
export function keyOf(press: Press, isMac: boolean): KeyName | undefined {
  if (press.getModifierState('AltGraph')) return undefined
  for (const [name, chord] of Object.entries(keymap) as [KeyName, Chord][]) {
    if (press.code !== chord.code || press.shiftKey !== Boolean(chord.shift)) continue
    if (!holds(press, chord.with, isMac)) continue
    if (chord.with === 'alt' && isMac && isTextBox(press.target)) return undefined
    return name
  }
  return undefined
}

function holds(press: Press, modifier: Chord['with'], isMac: boolean): boolean {
  const control = modifier === 'control' || (modifier === 'command' && !isMac)
  const meta = modifier === 'command' && isMac
  return press.ctrlKey === control && press.metaKey === meta && press.altKey === (modifier === 'alt')
}

const isTextBox = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')

/** “Alt+J”, “⌘K”. */
export function capsOf(chord: Chord, isMac: boolean): string[] {
  const modifier = { alt: isMac ? '⌥' : 'Alt', command: isMac ? '⌘' : 'Ctrl', control: isMac ? '⌃' : 'Ctrl' }[
    chord.with
  ]
  return [modifier, ...(chord.shift ? [isMac ? '⇧' : 'Shift'] : []), chord.cap]
}

export const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)
