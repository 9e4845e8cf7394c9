import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import { ChannelProvider } from '@weft/channels/react'
import type { Session } from '@weft/contract/people/shapes.ts'
import { createAnnouncer } from '@weft/ui/announcer/create-announcer.ts'
import '@weft/ui/testing/jsdom-dialog.ts'
import { ToastHost } from '@weft/ui/toast/toast.tsx'
import type { ReactNode } from 'react'
import { afterEach, vi } from 'vitest'
import { createAppRouter } from '../router.tsx'
import { AnnouncerProvider } from '../shell/announcer-context.ts'
import { SessionProvider, SessionStoreProvider } from '../shell/session/session-context.ts'
import type { SessionStore } from '../shell/session/session-store.ts'
import { fakeLive } from './fake-live.ts'

// Screens are fetched when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
window.scrollTo = () => {}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/staff/')
})

/** Somebody signed in, with a live connection moved by hand. Give it a screen, or an address for the whole portal. */
export function stage(session: Session, what: ReactNode | string) {
  const live = fakeLive()
  const announcer = createAnnouncer()
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const store = {
    subscribe: () => () => {},
    get: () => opened,
    lock: vi.fn(),
    signOut: vi.fn(async () => {}),
  } as unknown as SessionStore
  const opened = { name: 'open', session, isAfterAnother: false } as const
  if (typeof what === 'string') window.history.replaceState(null, '', `/staff${what}`)
  const screen = typeof what === 'string' ? <RouterProvider router={createAppRouter()} /> : what
  const view = render(
    <SessionStoreProvider value={store}>
      <SessionProvider value={session}>
        <QueryClientProvider client={queries}>
          <ChannelProvider client={live.client}>
            <AnnouncerProvider value={announcer}>
              <ToastHost>{screen}</ToastHost>
            </AnnouncerProvider>
          </ChannelProvider>
        </QueryClientProvider>
      </SessionProvider>
    </SessionStoreProvider>,
  )
  return { ...view, live, announcer, store, spoken: () => announcer.spoken().polite.map(({ text }) => text) }
}
