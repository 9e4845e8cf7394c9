import type { ConversationState } from '@weft/contract/conversations/shapes.ts'
import { WhoCanSee } from '@weft/ui/who-can-see/who-can-see.tsx'
import { useWords } from '../../words/words.ts'

interface AudienceProps {
  state: ConversationState
  viewing: readonly string[]
  replying: readonly string[]
}

/** Who can see this conversation and who cannot, and which colleagues are at it now. */
export function Audience({ state, viewing, replying }: AudienceProps) {
  const { conversation: words, person } = useWords()
  const team = state.members.filter((member) => member.isTeam)
  const { carer, personName } = state.head
  const cannot = carer ? person.personCannot(personName) : person.carersCannot
  const others = viewing.filter((name) => !replying.includes(name))
  return (
    <div className="conversation__audience">
      <WhoCanSee
        kind={carer ? 'carer' : 'team'}
        line={`${words.team(team.length)}. ${cannot}`}
        viewers={state.members.map(({ name, role, relationship, organisation }) => ({
          name,
          role: role ?? relationship,
          organisation,
        }))}
        notes={[cannot]}
      />
      <p className="conversation__here">
        {replying.length > 0 && <span data-replying="">{words.replying(replying.join(', '))}</span>}
        {others.length > 0 && <span>{words.viewing(others.join(', '))}</span>}
      </p>
    </div>
  )
}
