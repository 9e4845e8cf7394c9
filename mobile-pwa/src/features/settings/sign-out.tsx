import { useOutbox } from '@weft/channels/react'
import { Confirm } from '@weft/ui/confirm/confirm.tsx'
import { useState } from 'react'
import { useSessions } from '../../shell/session.tsx'
import { areMessages, isWritten } from '../../shell/unsent.ts'
import { useWords } from '../../words/words-provider.tsx'

/** Says what goes and what stays before signing out here. */
export function SignOut({ onStay }: { onStay: () => void }) {
  const words = useWords()
  const { leave } = useSessions()
  // What went just now is still listed for a moment.
  const unsent = useOutbox().items.filter((item) => item.state !== 'sent' && isWritten(item))
  const say = areMessages(unsent) ? words.settings.signOutUnsent : words.settings.signOutUnsentThings
  const [isBusy, setBusy] = useState(false)

  const act = async () => {
    setBusy(true)
    await leave()
  }
  return (
    <Confirm
      title={words.settings.signOut}
      act={words.settings.signOut}
      stay={words.settings.stay}
      busy={isBusy ? words.settings.signingOut : undefined}
      onAct={act}
      onStay={onStay}
    >
      <p>{words.settings.signOutBody}</p>
      {unsent.length > 0 && <p>{say(unsent.length)}</p>}
    </Confirm>
  )
}
