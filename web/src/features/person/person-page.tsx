import { useNavigate, useParams } from '@tanstack/react-router'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Hidden } from '@weft/ui/house-state/house-state.tsx'
import { Tabs } from '@weft/ui/tabs/tabs.tsx'
import { useMemo } from 'react'
import { codeOf, referenceOf } from '../../shell/call.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useKeys } from '../../shell/keys/use-keys.ts'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { useCaseload } from '../caseload/use-caseload.ts'
import { useInbox } from '../inbox/inbox-source.tsx'
import { PersonHead } from './person-head.tsx'
import { PersonMessages } from './person-messages.tsx'
import { usePerson } from './use-person.ts'
import './person.css'

const tabNames = ['messages'] as const

/** W2. The person above, what may be seen of them below. Tabs join as their features do. */
export function PersonPage() {
  const { person: words } = useWords()
  const { personId, tab = 'messages' } = useParams({ from: '/people/$personId/{-$tab}' })
  const navigate = useNavigate()
  const person = usePerson(personId)
  const { rows } = useCaseload({ isWanted: false })
  const { items } = useInbox()
  useTitle(words.title)
  const known = useMemo(
    () =>
      rows.find((row) => row.personId === personId)?.name ??
      items.find((item) => item.personId === personId)?.personName,
    [rows, items, personId],
  )
  const at = (tabNames as readonly string[]).indexOf(tab)
  const go = (to: number) => {
    const next = tabNames.at(to % tabNames.length)
    if (next) void navigate({ to: '/people/$personId/{-$tab}', params: { personId, tab: next } })
  }
  useKeys({ nextTab: () => go(at + 1), previousTab: () => go(at - 1) })

  if (at === -1) return <HiddenPage />
  if (person.isError && codeOf(person.error) === 'not-found') return <Hidden homeHref="/" />
  if (person.isError && !person.data)
    return <Failed onTryAgain={() => void person.refetch()} reference={referenceOf(person.error)} />
  const name = person.data?.knownAs ?? known

  return (
    <div className="person">
      <PersonHead
        personId={personId}
        personName={name ?? ''}
        level={1}
        actions={
          name && (
            <Button kind="primary" onClick={() => document.querySelector<HTMLElement>('.person textarea')?.focus()}>
              {words.message(name)}
            </Button>
          )
        }
      />
      <div className="person__tabs">
        <Tabs
          label={words.tabs}
          tabs={[{ id: 'messages', label: words.messages }]}
          selected={tab}
          onSelect={(id) => go(tabNames.indexOf(id as 'messages'))}
        >
          <PersonMessages personId={personId} personName={name ?? ''} />
        </Tabs>
      </div>
    </div>
  )
}
