import { useRouter } from '@tanstack/react-router'
import { LinkProvider } from '@weft/ui/link/link.tsx'
import { useEffect } from 'react'
import { InboxSource } from '../../features/inbox/inbox-source.tsx'
import { RouterLink } from '../navigation/router-link.tsx'
import { useSession } from '../session/session-context.ts'
import { Frame } from './frame.tsx'
import { isAbsent } from './sections.ts'

/** What every page of a signed-in member of staff stands in. */
export function Workspace() {
  usePagesAhead()
  return (
    <LinkProvider value={RouterLink}>
      <InboxSource>
        <Frame />
      </InboxSource>
    </LinkProvider>
  )
}

/**
 * The other pages' code is fetched while nothing else happens: what a browser once failed to fetch, with no network, it asks for again only
 * after a reload, which would cost what is being written.
 */
function usePagesAhead(): void {
  const router = useRouter()
  const { hat } = useSession()
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!navigator.onLine) return
      for (const { fullPath, options } of Object.values(router.routesById))
        if (!isAbsent(hat, fullPath)) void options.component?.preload?.()
    }, 2_000)
    return () => clearTimeout(timer)
  }, [router, hat])
}
