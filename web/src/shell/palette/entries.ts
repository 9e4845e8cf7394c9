import type { LucideIcon } from 'lucide-react'

export type EntryGroup = 'acts' | 'people' | 'pages' | 'help'
export const groupOrder: readonly EntryGroup[] = ['acts', 'people', 'pages', 'help']

/** One thing the palette can do. */
export interface Entry {
  id: string
  group: EntryGroup
  label: string
  /** Beside the label: a service, a chord. */
  detail?: string
  icon?: LucideIcon
  run: () => void
}

export interface Found {
  group: EntryGroup
  entries: Entry[]
}

/** At most this many of a group: a long list is what the caseload is for. */
const MOST = 8

/**
 * Entries that hold every word that was typed, at the start of one of theirs; groups in their order, recent first, then as given. With
 * nothing typed, people are only those opened lately.
 */
export function find(entries: readonly Entry[], typed: string, recent: readonly string[]): Found[] {
  const wanted = wordsOf(typed)
  const rank = (entry: Entry) => {
    const at = recent.indexOf(entry.id)
    return at === -1 ? recent.length : at
  }
  return groupOrder.flatMap((group) => {
    const matching = entries.filter(
      (entry) =>
        entry.group === group &&
        (wanted.length > 0 ? holdsAll(entry, wanted) : group !== 'people' || recent.includes(entry.id)),
    )
    const sorted = [...matching].sort((a, b) => rank(a) - rank(b)).slice(0, MOST)
    return sorted.length > 0 ? [{ group, entries: sorted }] : []
  })
}

function holdsAll(entry: Entry, wanted: readonly string[]): boolean {
  const words = wordsOf(`${entry.label} ${entry.detail ?? ''}`)
  return wanted.every((want) => words.some((word) => word.startsWith(want)))
}

/** Lower case and without accents, so that “zoe” finds “Zoë”. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
