import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { ConnectionStrip } from '@weft/ui/connection-strip/connection-strip.tsx'
import { RailButton, type Section, StaffShell } from '@weft/ui/staff-shell/staff-shell.tsx'
import { Keyboard, UserRound } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useInbox } from '../../features/inbox/inbox-source.tsx'
import { useWords } from '../../words/words.ts'
import { capsOf, isMac, keymap } from '../keys/keymap.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useConnection, useSentSince, useUnsentCount } from '../live/use-connection.ts'
import { movePane } from '../navigation/panes.ts'
import { PaletteHost } from '../palette/palette-host.tsx'
import { useSession } from '../session/session-context.ts'
import { HiddenPage } from './hidden-page.tsx'
import { isAbsent, isIn, sectionsFor } from './sections.ts'
import { useStaleCode } from './use-stale-code.ts'

const KeysDialog = lazy(() => import('../keys/keys-dialog.tsx').then((module) => ({ default: module.KeysDialog })))

/** The portal around every page: rail, strip, palette and the keys that work everywhere. */
export function Frame() {
  const words = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const connection = useConnection()
  const unsent = useUnsentCount()
  const sent = useSentSince(connection.isOnline, unsent)
  const isStale = useStaleCode()
  const { waiting } = useInbox()
  const [isWide, setWide] = useState(false)
  const [open, setOpen] = useState<'palette' | 'keys'>()
  const definitions = useMemo(() => sectionsFor(session.hat), [session.hat])

  const go = (href: string | undefined) => href && void navigate({ to: href })
  useKeys({
    palette: () => setOpen((now) => (now === 'palette' ? undefined : 'palette')),
    section1: () => go(definitions[0]?.href),
    section2: () => go(definitions[1]?.href),
    section3: () => go(definitions[2]?.href),
    nextPane: () => movePane(1),
    previousPane: () => movePane(-1),
  })

  const sections: Section[] = definitions.map((definition, at) => ({
    href: definition.href,
    label: words.sections[definition.name],
    icon: definition.icon,
    isCurrent: isIn(path, definition) || (definition.name === 'caseload' && path.startsWith('/people/')),
    count: definition.name === 'inbox' ? waiting.all : undefined,
    keys: `Alt+${at + 1}`,
  }))

  return (
    <StaffShell
      sections={sections}
      isWide={isWide}
      onWideChange={setWide}
      onFind={() => setOpen('palette')}
      words={{ findKeys: capsOf(keymap.palette, isMac()).join(' ') }}
      strip={
        <ConnectionStrip
          isOnline={connection.isOnline}
          isLivePaused={connection.isLivePaused}
          sent={sent}
          unsent={unsent > 0 ? { count: unsent, href: '/inbox/all' } : undefined}
          update={isStale ? { onUpdate: () => location.reload() } : undefined}
          words={{ lost: words.shell.offline }}
        />
      }
      foot={
        <>
          <RailButton icon={Keyboard} label={words.shell.keys} onPress={() => setOpen('keys')} />
          <RailButton icon={UserRound} label={words.shell.account(session.displayName)} onPress={() => go('/me')} />
        </>
      }
    >
      {isAbsent(session.hat, path) ? <HiddenPage /> : <Outlet />}
      <PaletteHost isOpen={open === 'palette'} onClose={() => setOpen(undefined)} onKeys={() => setOpen('keys')} />
      {open === 'keys' && (
        <Suspense>
          <KeysDialog onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </StaffShell>
  )
}
