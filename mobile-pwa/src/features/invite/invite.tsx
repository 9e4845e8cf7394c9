import { LinkButton } from '@weft/ui/button/button.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { useState } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { InviteForm } from './invite-form.tsx'

/** “I have an invite code”, and what it opened. */
export default function Invite() {
  const words = useWords()
  const [joined, setJoined] = useState<string>()
  useScreen({ title: words.invite.title, back: '/today' })

  if (!joined) return <InviteForm onJoined={setJoined} />
  return (
    <div className="form">
      <Notice tone="ok">
        <p role="status">{words.invite.done(joined)}</p>
      </Notice>
      <LinkButton kind="primary" block href="/messages">
        {words.invite.openMessages}
      </LinkButton>
    </div>
  )
}
