import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Tabs } from '@weft/ui/tabs/tabs.tsx'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { CallProblem, codeOf, referenceOf } from '../../shell/call.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { useCaseload } from '../caseload/use-caseload.ts'
import { FlagBanner } from '../flags/flag-banner.tsx'
import { AskWhy, formerIn } from '../former/former.tsx'
import { useInbox } from '../inbox/inbox-source.tsx'
import { Gone } from './gone.tsx'
import { PersonHead } from './person-head.tsx'
import { fetchTabs, type PersonTab, personTabs } from './person-tabs.ts'
import { usePerson } from './use-person.ts'
import './person.css'

const tabNames = Object.keys(personTabs) as PersonTab[]
const isTab = (tab: string): tab is PersonTab => tabNames.includes(tab as PersonTab)

/** W2. The person above, what may be seen of them below, a tab for each kind of thing. */
export function PersonPage() {
  const { person: words } = useWords()
  const { personId, tab = 'messages' } = useParams({ from: '/people/$personId/{-$tab}' })
  const person = usePerson(personId)
  const { rows } = useCaseload({ isWanted: false })
  const { items, flags } = useInbox()
  useTitle(words.title)
  useEffect(() => {
    const timer = setTimeout(fetchTabs, 1_000)
    return () => clearTimeout(timer)
  }, [])
  const known = useMemo(
    () =>
      rows.find((row) => row.personId === personId)?.name ??
      items.find((item) => item.personId === personId)?.personName,
    [rows, items, personId],
  )

  const navigate = useNavigate()
  const [toWrite, setToWrite] = useState<object>()
  const show = (to: string) => {
    setToWrite(undefined)
    void navigate({
      to: '/people/$personId/{-$tab}',
      params: { personId, tab: to === 'messages' ? undefined : to },
      replace: true,
    })
  }
  const step = (by: 1 | -1) => show(tabNames.at((tabNames.indexOf(tab as PersonTab) + by) % tabNames.length) as string)
  useKeys({ nextTab: () => step(1), previousTab: () => step(-1) })

  if (!isTab(tab)) return <HiddenPage />
  if (codeOf(person.error) === 'not-found') return <Gone key={personId} personId={personId} />
  const former = person.error instanceof CallProblem ? formerIn(person.error.problem) : undefined
  if (former)
    return (
      <div className="page">
        <AskWhy former={former} level={1} onSaid={() => void person.refetch()} />
      </div>
    )
  if (person.isError && !person.data)
    return <Failed onTryAgain={() => void person.refetch()} reference={referenceOf(person.error)} />
  const name = person.data?.knownAs ?? known ?? ''
  const services = person.data?.enrolments ?? []
  const isFormer = services.length > 0 && services.every(({ state }) => state === 'ended')
  const Shown = personTabs[tab]
  const write = () => {
    show('messages')
    setToWrite({})
  }

  return (
    <div className="person">
      <PersonHead
        personId={personId}
        personName={name}
        level={1}
        actions={
          name &&
          !isFormer && (
            <Button kind="primary" onClick={write}>
              {words.message(name)}
            </Button>
          )
        }
      />
      <FlagBanner flags={flags.filter((flag) => flag.personId === personId)} personName={name} />
      <div className="person__body">
        <Tabs
          label={words.tabs}
          tabs={tabNames.map((id) => ({ id, label: words.tab[id] }))}
          selected={tab}
          onSelect={show}
        >
          {/* What is shared hangs on the services: before they are known, “nothing” would be untrue. */}
          {tab !== 'messages' && !person.data ? (
            <Loading shape="lines" onTryAgain={() => void person.refetch()} />
          ) : (
            <Suspense fallback={<Loading shape="lines" />}>
              <Shown key={personId} personId={personId} personName={name} services={services} toWrite={toWrite} />
            </Suspense>
          )}
        </Tabs>
      </div>
    </div>
  )
}
