import { useNavigate } from '@tanstack/react-router'
import { Button } from '@weft/ui/button/button.tsx'
import { Empty, Failed, Loading, Updated } from '@weft/ui/house-state/house-state.tsx'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useAnnouncer } from '../../shell/announcer-context.ts'
import { referenceOf } from '../../shell/call.ts'
import { useConnection } from '../../shell/live/use-connection.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords } from '../../words/words.ts'
import { CaseloadFilterBar } from './caseload-filter-bar.tsx'
import { CaseloadGrid } from './caseload-grid.tsx'
import { type CaseloadFilter, linesOf, peopleIn } from './caseload-rows.ts'
import { useCaseload } from './use-caseload.ts'
import './caseload.css'

const everybody: CaseloadFilter = { text: '', mine: false, unread: false, sort: 'recent' }

/** W3. Everybody my teams are with, and who needs me. */
export function CaseloadPage() {
  const words = useWords()
  const caseload = useCaseload({ isWanted: true })
  const navigate = useNavigate()
  const announcer = useAnnouncer()
  const now = useNow()
  const { isOnline } = useConnection()
  const [filter, setFilter] = useState(everybody)
  const settled = useDeferredValue(filter)
  const lines = useMemo(() => linesOf(caseload.rows, settled), [caseload.rows, settled])
  const shown = words.caseload.shown(peopleIn(lines), Math.max(caseload.total, caseload.rows.length))
  useTitle(words.caseload.title)

  const open = useCallback(
    (personId: string) => void navigate({ to: '/people/$personId/{-$tab}', params: { personId, tab: undefined } }),
    [navigate],
  )

  const isFiltered = settled !== everybody
  useEffect(() => {
    if (!isFiltered) return
    const timer = setTimeout(() => announcer?.say(shown), 600)
    return () => clearTimeout(timer)
  }, [announcer, shown, isFiltered])

  if (caseload.isLoading) return <Loading shape="rows" count={12} onTryAgain={caseload.refetch} />
  if (caseload.error && caseload.rows.length === 0)
    return <Failed onTryAgain={caseload.refetch} reference={referenceOf(caseload.error)} />

  return (
    <section className="caseload" data-pane="" tabIndex={-1} aria-label={words.caseload.title}>
      <header className="caseload__head">
        <h1>{words.caseload.title}</h1>
        <p className="caseload__shown">{caseload.isFilling ? words.caseload.loadingRest : shown}</p>
        {caseload.error !== null && (
          <p className="caseload__stale">
            {words.house.couldNotRefresh}.{' '}
            <Button kind="quiet" onClick={caseload.refetch}>
              {words.house.tryAgain}
            </Button>
          </p>
        )}
        {!isOnline && caseload.updatedAt > 0 && (
          <Updated
            when={words.house.ago(words.time.span(now - caseload.updatedAt))}
            at={new Date(caseload.updatedAt).toISOString()}
          />
        )}
      </header>
      <CaseloadFilterBar filter={filter} onChange={setFilter} />
      {caseload.rows.length === 0 ? (
        <Empty>{words.caseload.empty}</Empty>
      ) : lines.length === 0 ? (
        <Empty
          action={
            <Button onClick={() => setFilter({ ...everybody, sort: filter.sort })}>{words.caseload.clear}</Button>
          }
        >
          {words.caseload.noMatch}
        </Empty>
      ) : (
        <CaseloadGrid
          lines={lines}
          now={now}
          sort={filter.sort}
          onSort={(sort) => setFilter({ ...filter, sort })}
          onOpen={open}
        />
      )}
    </section>
  )
}
