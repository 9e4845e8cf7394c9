import { Button } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useState } from 'react'
import { useConversations } from '../../shell/conversations.tsx'
import { useOnline } from '../../shell/use-online.ts'
import { useWords } from '../../words/words-provider.tsx'
import { InviteForm } from '../invite/invite-form.tsx'
import type { CardProps } from './start.tsx'

/** With an invite code here and now; with none, or no signal, everything of one's own goes on and connecting waits. */
export function StartService({ onDone }: CardProps) {
  const words = useWords()
  const say = words.start
  const isOnline = useOnline()
  const { rows = [] } = useConversations()
  const [joined, setJoined] = useState<string>()
  const [isCodeAtHand, setCodeAtHand] = useState(false)
  const services = rows.filter((row) => row.state === 'open').map((row) => row.serviceName)
  if (joined || services.length > 0) {
    return (
      <>
        {joined ? (
          <Notice tone="ok">
            <p role="status">{words.invite.done(joined)}</p>
          </Notice>
        ) : (
          <p>{say.withService(words.language.list(services))}</p>
        )}
        <Button kind="primary" block onClick={onDone}>
          {say.continue}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>{say.service}</p>
      {isCodeAtHand ? (
        <InviteForm onJoined={setJoined} />
      ) : isOnline ? (
        <Button kind="primary" block onClick={() => setCodeAtHand(true)}>
          {words.messages.haveCode}
        </Button>
      ) : (
        <Notice tone="info">
          <p>{say.serviceOffline}</p>
        </Notice>
      )}
      <p className="form__intro">{say.serviceNone}</p>
    </>
  )
}
