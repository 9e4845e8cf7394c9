import { useEffect } from 'react'

/** A plain saved page about the weather; precached, so it opens with no signal. */
export const neutralPage = '/weather.html'

const within = 5_000
const mark = 'away'

/**
 * Blanks the screen first, drops what is in memory, then puts a neutral page in this one's place. Words not sent stay sealed on the
 * device. `drop` forgets keys and closes the live connection; it is never waited for.
 */
export function leaveQuickly(
  drop: () => void,
  spoken: string,
  replace: (address: string) => void = (to) => location.replace(to),
): void {
  document.title = ''
  document.body.replaceChildren(farewell(spoken))
  try {
    sessionStorage.setItem(mark, 'yes')
    drop()
  } finally {
    replace(neutralPage)
  }
}

/**
 * Whether this page lay behind the weather: whoever is handed the phone presses Back first. The weather then takes this page's place as well.
 * An address typed anew, or the app opened again, is its owner coming back: such a page has no state yet, and each page of ours is given one.
 */
export function staysAway(replace: (address: string) => void = (to) => location.replace(to)): boolean {
  const isNew = history.state === null
  if (isNew) history.replaceState({ index: 0 }, '')
  if (!sessionStorage.getItem(mark)) return false
  if (isNew) sessionStorage.removeItem(mark)
  else replace(neutralPage)
  return !isNew
}

/** Heard, never seen. */
function farewell(words: string): HTMLElement {
  const note = document.createElement('p')
  note.className = 'visually-hidden'
  note.role = 'alert'
  note.textContent = words
  return note
}

/** Shift three times within five seconds, with nothing pressed in between. Never Escape: that belongs to dialogs. */
export function useShiftThrice(isOn: boolean, leave: () => void): void {
  useEffect(() => {
    if (!isOn) return
    let presses: number[] = []
    const down = (event: KeyboardEvent) => {
      if (event.repeat) return
      if (event.key !== 'Shift') {
        presses = []
        return
      }
      const now = performance.now()
      presses = [...presses.filter((at) => now - at < within), now]
      if (presses.length >= 3) leave()
    }
    addEventListener('keydown', down, true)
    return () => removeEventListener('keydown', down, true)
  }, [isOn, leave])
}
