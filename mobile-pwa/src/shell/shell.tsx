import type { OwnHelp } from '@weft/ui/help-panel/help-panel.tsx'
import { PeopleShell, type PeopleShellProps } from '@weft/ui/people-shell/people-shell.tsx'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useWords } from '../words/words-provider.tsx'
import { useFrame } from './frame.tsx'
import { Help } from './help-sheet.tsx'
import { leaveQuickly, useShiftThrice } from './leave-quickly.ts'
import { useLook } from './look.ts'
import { helpAsked, usePlace } from './router.tsx'

type Own = Pick<PeopleShellProps, 'nav' | 'menu' | 'menuFoot' | 'strip' | 'supporting'>

interface ShellProps extends Own {
  help?: OwnHelp
  /** What Leave quickly forgets on its way out. */
  onLeave?: () => void
  children: ReactNode
}

const nothing = () => {}

/** The frame around every screen, signed in or not: title, Get help now in its corner, and the way out. */
export function Shell({ onLeave = nothing, help, children, ...own }: ShellProps) {
  const words = useWords()
  const frame = useFrame()
  const look = useLook()
  const [isHelpOpen, setHelpOpen] = useState(false)
  useEffect(() => {
    const open = () => setHelpOpen(true)
    addEventListener(helpAsked, open)
    return () => removeEventListener(helpAsked, open)
  }, [])
  // A link inside it leads on: to the safety plan.
  const { path } = usePlace()
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed on each arrival somewhere else
  useEffect(() => setHelpOpen(false), [path])
  const leave = useCallback(() => leaveQuickly(onLeave, words.nav.leaving), [onLeave, words])
  useShiftThrice(look.leaveQuickly, leave)

  return (
    <>
      <PeopleShell
        {...own}
        title={frame.title}
        titleLanguage={frame.language === words.language.code ? undefined : frame.language}
        back={frame.back === undefined ? undefined : { href: frame.back }}
        layout={frame.layout}
        onLeaveQuickly={look.leaveQuickly ? leave : undefined}
        onHelp={() => setHelpOpen(true)}
        words={{
          skip: words.app.skip,
          menu: words.nav.menu,
          back: words.nav.back,
          leave: words.nav.leave,
          nav: words.nav.label,
          supporting: words.carer.bar,
          backToMyself: words.carer.myself,
          count: words.messages.newCount,
        }}
        helpHref={words.help.page}
        helpWords={{ getHelpNow: words.app.help }}
      >
        {children}
      </PeopleShell>
      {isHelpOpen && <Help own={help} onClose={() => setHelpOpen(false)} />}
    </>
  )
}
