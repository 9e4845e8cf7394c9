import { LinkProvider } from '@weft/ui/link/link.tsx'
import { InboxSource } from '../../features/inbox/inbox-source.tsx'
import { RouterLink } from '../navigation/router-link.tsx'
import { Frame } from './frame.tsx'

/** What every page of a signed-in member of staff stands in. */
export function Workspace() {
  return (
    <LinkProvider value={RouterLink}>
      <InboxSource>
        <Frame />
      </InboxSource>
    </LinkProvider>
  )
}
