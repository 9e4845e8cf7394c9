import { useNavigate } from '@tanstack/react-router'
import { Keyboard, Lock, UserRound } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { isFormer } from '../../features/caseload/caseload-rows.ts'
import { useCaseload } from '../../features/caseload/use-caseload.ts'
import { useWords } from '../../words/words.ts'
import { sectionsFor } from '../frame/sections.ts'
import { useSession, useSessionStore } from '../session/session-context.ts'
import { useOfferedActs } from './acts.tsx'
import type { Entry } from './entries.ts'

const load = () => import('./palette.tsx')
const Palette = lazy(() => load().then((module) => ({ default: module.Palette })))

interface HostProps {
  isOpen: boolean
  onClose: () => void
  onKeys: () => void
}

/** Gathers what the palette can do. Its code is fetched while nothing else happens, so that it opens at once. */
export function PaletteHost({ isOpen, onClose, onKeys }: HostProps) {
  const [recent, setRecent] = useState<readonly string[]>([])
  const entries = useEntries(isOpen, onKeys)
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => {}), 1_500)
    return () => clearTimeout(timer)
  }, [])
  const pick = useCallback((entry: Entry) => {
    setRecent((old) => [entry.id, ...old.filter((id) => id !== entry.id)].slice(0, 8))
    entry.run()
  }, [])
  if (!isOpen) return null
  return (
    <Suspense>
      <Palette entries={entries} recent={recent} onPick={pick} onClose={onClose} />
    </Suspense>
  )
}

function useEntries(isOpen: boolean, onKeys: () => void): readonly Entry[] {
  const words = useWords()
  const store = useSessionStore()
  const { hat } = useSession()
  const navigate = useNavigate()
  const acts = useOfferedActs()
  const { rows } = useCaseload({ isWanted: isOpen })

  return useMemo(() => {
    if (!isOpen) return []
    const go = (to: string) => () => void navigate({ to })
    const people = new Map<string, Entry>()
    for (const row of rows) {
      if (isFormer(row) || people.has(row.personId)) continue
      const run = go(`/people/${row.personId}`)
      people.set(row.personId, {
        id: row.personId,
        group: 'people',
        label: row.name,
        detail: row.serviceName,
        icon: UserRound,
        run,
      })
    }
    const pages = sectionsFor(hat).map(
      ({ name, href, icon }, at): Entry => ({
        id: href,
        group: 'pages',
        label: words.sections[name],
        detail: `Alt+${at + 1}`,
        icon,
        run: go(href),
      }),
    )
    const { palette, sections } = words
    return [
      ...acts,
      ...people.values(),
      ...pages,
      { id: '/me', group: 'pages', label: sections.me, icon: UserRound, run: go('/me') },
      { id: 'lock', group: 'help', label: palette.lock, icon: Lock, run: () => store.lock('idle') },
      { id: 'keys', group: 'help', label: palette.keys, icon: Keyboard, run: onKeys },
    ]
  }, [isOpen, onKeys, acts, rows, hat, words, navigate, store])
}
