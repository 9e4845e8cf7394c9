import type { ReactNode } from 'react'
import type { Stay } from '../device/device.ts'
import { ConversationsProvider } from './conversations.tsx'
import { LiveProvider } from './live.tsx'
import { OwnProvider } from './own-provider.tsx'
import { SignedIn } from './signed-in.tsx'

/** Everything that only somebody signed in needs, in a chunk of its own: who comes to sign up does not wait for it. */
export default function Inside({ stay, children }: { stay: Stay; children: ReactNode }) {
  return (
    <LiveProvider key={`${stay.session.accountId} ${stay.session.hat}`} stay={stay}>
      <ConversationsProvider>
        <OwnProvider>
          <SignedIn>{children}</SignedIn>
        </OwnProvider>
      </ConversationsProvider>
    </LiveProvider>
  )
}
