import type { PersonHeader as Person } from '@weft/contract/people/shapes.ts'
import { Button, IconButton, LinkButton } from '@weft/ui/button/button.tsx'
import { PersonHeader } from '@weft/ui/person-header/person-header.tsx'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ageOn, deviceZone } from '../../words/calendar.ts'
import { useNow } from '../../words/use-now.ts'
import { useWords, type Words } from '../../words/words.ts'
import { usePerson } from './use-person.ts'
import { useShares } from './use-shares.ts'
import './person-head.css'

interface PersonHeadProps {
  personId: string
  /** From the list, so that the name is there at once. */
  personName: string
  level?: 1 | 2
  actions?: ReactNode
  /** On a phone, where the list is another page. */
  onBack?: () => void
}

/**
 * Who this is, above everything about them: at once from the row they were chosen in, whole a moment later. On a phone most facts fold away;
 * the name, the birthday and how it is safe to contact them never do.
 */
export function PersonHead({ personId, personName, level = 2, actions, onBack }: PersonHeadProps) {
  const words = useWords()
  const [isUnfolded, setUnfolded] = useState(false)
  const now = useNow()
  const { data: person } = usePerson(personId)
  const services = person?.enrolments.map(({ serviceId }) => serviceId) ?? []
  // On their own page alone: beside a conversation nobody asked what they share, and being told it is logged.
  const shares = useShares(personId, level === 1 ? services : [])
  const open = level === 2 && (
    <LinkButton kind="quiet" href={`/people/${personId}`}>
      {words.person.open}
    </LinkButton>
  )
  return (
    <div className="person-head" data-unfolded={isUnfolded || undefined}>
      {onBack && (
        <span className="person-head__back">
          <IconButton icon={ArrowLeft} mirrorIcon label={words.conversation.back} onClick={onBack} />
        </span>
      )}
      <PersonHeader
        personId={personId}
        calledName={person?.knownAs ?? personName}
        fullName={person?.fullName ?? ''}
        level={level}
        actions={
          <>
            <span className="person-head__fold">
              <Button kind="quiet" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
                {words.person.details}
              </Button>
            </span>
            {actions ?? open}
          </>
        }
        {...(person && factsOf(person, words, now))}
        shares={shares.length > 0 ? words.person.shares(shares) : undefined}
      />
    </div>
  )
}

function factsOf(person: Person, words: Words, now: number) {
  const { time } = words
  const { bornOn, communicationNeeds: needs } = person
  const [enrolment] = person.enrolments
  return {
    pronouns: person.pronouns,
    born: bornOn && words.person.born(time.date(bornOn), ageOn(bornOn, now, deviceZone())),
    nhsNumber: person.nhsNumber,
    onCopyNhsNumber: (nhsNumber: string) => void navigator.clipboard?.writeText(nhsNumber),
    needs: [
      needs.interpreter && words.person.interpreter(needs.language),
      !needs.interpreter && needs.language && words.person.language(needs.language),
      needs.format,
      needs.notes,
    ].filter((need) => typeof need === 'string'),
    safeContact: person.safeContact,
    lead: person.leadWorker ?? words.person.noLead,
    enrolment:
      enrolment &&
      words.person.enrolled(person.enrolments.map((each) => words.person.at(each.serviceName, each.state))),
  }
}
