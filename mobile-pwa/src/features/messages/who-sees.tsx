import { getWhoCanSee } from '@weft/contract/conversations/operations.ts'
import type { ConversationState, WhoCanSee as Named } from '@weft/contract/conversations/shapes.ts'
import { WhoCanSee } from '@weft/ui/who-can-see/who-can-see.tsx'
import { useEffect, useState } from 'react'
import { call } from '../../wire/call.ts'
import { useWords } from '../../words/words-provider.tsx'

interface Props {
  state: ConversationState
  me: { accountId: string; hat: string }
}

/** “8 people in this team can see this”, by name on a press. Members are known offline; carers whom scopes let in come from the server. */
export function WhoSees({ state, me }: Props) {
  const words = useWords()
  const { head, members } = state
  const [named, setNamed] = useState<Named>()

  // Asked again whenever the members change: the answer must be as new as the thread.
  // biome-ignore lint/correctness/useExhaustiveDependencies: members stand for every change of who can see
  useEffect(() => {
    let isHere = true
    call(getWhoCanSee, { conversationId: head.conversationId }).then(
      (answer) => isHere && setNamed(answer),
      () => {}, // the members we hold are shown meanwhile
    )
    return () => {
      isHere = false
    }
  }, [head.conversationId, members])

  const viewers = (named?.members ?? members).filter(
    (member) => !(member.accountId === me.accountId && member.hat === me.hat),
  )
  const isCarers = head.kind === 'carer_team'
  const carersSee = viewers.some((member) => member.hat === 'carer')
  const notes = isCarers
    ? [words.conversation.notPerson(head.personName)]
    : carersSee
      ? []
      : [words.conversation.notCarers]
  return (
    <div className="conversation__who">
      <WhoCanSee
        kind="team"
        line={words.conversation.canSee(viewers.filter((member) => member.isTeam).length)}
        viewers={viewers.map(({ name, role, relationship, organisation }) => ({
          name,
          role: role ?? relationship,
          organisation,
        }))}
        notes={notes}
        words={{ title: words.conversation.whoTitle, close: words.app.close }}
      />
    </div>
  )
}
