import { useParams } from '@tanstack/react-router'
import { Button } from '@weft/ui/button/button.tsx'
import { Failed, Hidden } from '@weft/ui/house-state/house-state.tsx'
import { useMemo } from 'react'
import { codeOf, referenceOf } from '../../shell/call.ts'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useTitle } from '../../shell/navigation/use-title.ts'
import { useWords } from '../../words/words.ts'
import { useCaseload } from '../caseload/use-caseload.ts'
import { useInbox } from '../inbox/inbox-source.tsx'
import { PersonHead } from './person-head.tsx'
import { PersonMessages } from './person-messages.tsx'
import { usePerson } from './use-person.ts'
import './person.css'

/** W2. The person above, what may be seen of them below. Messages is the only tab so far, so there is nothing to choose between yet. */
export function PersonPage() {
  const { person: words, house } = useWords()
  const { personId, tab = 'messages' } = useParams({ from: '/people/$personId/{-$tab}' })
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

  if (tab !== 'messages') return <HiddenPage />
  if (person.isError && codeOf(person.error) === 'not-found') return <Hidden homeHref="/" />
  if (person.isError && !person.data)
    return (
      <Failed device={house.device} onTryAgain={() => void person.refetch()} reference={referenceOf(person.error)} />
    )
  const name = person.data?.knownAs ?? known ?? ''
  const write = () => document.querySelector<HTMLElement>('.person textarea')?.focus()

  return (
    <div className="person">
      <PersonHead
        personId={personId}
        personName={name}
        level={1}
        actions={
          name && (
            <Button kind="primary" onClick={write}>
              {words.message(name)}
            </Button>
          )
        }
      />
      <div className="person__body">
        <PersonMessages personId={personId} personName={name} />
      </div>
    </div>
  )
}
