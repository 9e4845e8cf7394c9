import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ChannelClient } from '@weft/channels/client'
import { ChannelProvider } from '@weft/channels/react'
import type { Session } from '@weft/contract/people/shapes.ts'
import { AnnouncerRegions } from '@weft/ui/announcer/announcer.tsx'
import { type Announcer, createAnnouncer } from '@weft/ui/announcer/create-announcer.ts'
import { ToastHost } from '@weft/ui/toast/toast.tsx'
import { useEffect, useState } from 'react'
import { createAppRouter } from '../router.tsx'
import { AnnouncerProvider } from './announcer-context.ts'
import { CallProblem } from './call.ts'
import { guardDrafts } from './drafts.ts'
import { createLiveClient, unsentOf } from './live/live-client.ts'
import { Coverable } from './lock/coverable.tsx'
import { IdleWatch } from './lock/idle-watch.tsx'
import { LockScreen } from './lock/lock-screen.tsx'
import { Acts, ActsProvider } from './palette/acts.tsx'
import { SessionProvider, useSessionStore } from './session/session-context.ts'

interface Tools {
  queries: QueryClient
  client: ChannelClient
  router: ReturnType<typeof createAppRouter>
  acts: Acts
  announcer: Announcer
}

interface SignedInProps {
  session: Session
  isLocked: boolean
  isAfterAnother: boolean
}

/**
 * Everything of one account: its caches, its socket, its place. Another account signing in takes all of it down, apart from unsent words,
 * which wait unseen for their writer; the same one finds it as it was.
 */
export function SignedIn({ session, isLocked, isAfterAnother }: SignedInProps) {
  const store = useSessionStore()
  const { accountId } = session
  const [tools] = useState(() => makeTools(accountId, () => store.lock('ended')))

  useEffect(() => {
    if (isAfterAnother) void tools.router.navigate({ to: '/', replace: true })
    return guardDrafts(() => unsentOf(tools.client).length > 0)
  }, [isAfterAnother, tools])
  useEffect(() => {
    // While covered nothing is fetched; afterwards everything catches up.
    onlineManager.setOnline(!isLocked && navigator.onLine)
    if (!isLocked) tools.client.retry()
  }, [isLocked, tools])
  useEffect(
    () => () => {
      tools.queries.clear()
      void tools.client.close()
    },
    [tools],
  )

  return (
    <SessionProvider value={session}>
      <Coverable isCovered={isLocked}>
        <QueryClientProvider client={tools.queries}>
          <ChannelProvider client={tools.client}>
            <ActsProvider acts={tools.acts}>
              <AnnouncerProvider value={tools.announcer}>
                <ToastHost>
                  <RouterProvider router={tools.router} />
                </ToastHost>
              </AnnouncerProvider>
            </ActsProvider>
          </ChannelProvider>
        </QueryClientProvider>
      </Coverable>
      {isLocked ? (
        <LockScreen />
      ) : (
        <>
          <AnnouncerRegions announcer={tools.announcer} />
          <IdleWatch session={session} />
        </>
      )}
    </SessionProvider>
  )
}

function makeTools(accountId: string, onEnded: () => void): Tools {
  const retry = (failures: number, error: unknown) =>
    failures < 2 && error instanceof CallProblem && ['offline', 'try-later', 'unforeseen'].includes(error.code)
  return {
    queries: new QueryClient({ defaultOptions: { queries: { retry, staleTime: 30_000, gcTime: 8 * 3_600_000 } } }),
    client: createLiveClient(accountId, onEnded),
    router: createAppRouter(),
    acts: new Acts(),
    announcer: createAnnouncer(),
  }
}
