import { Navigate } from '@tanstack/react-router'
import { LinkButton } from '@weft/ui/button/button.tsx'
import { useWords } from '../../words/words.ts'
import { useTitle } from '../navigation/use-title.ts'
import { useSession } from '../session/session-context.ts'
import { sectionsFor } from './sections.ts'

/** `/`: the first section of this hat. */
export function Start() {
  const { hat } = useSession()
  const [first] = sectionsFor(hat)
  return first ? <Navigate to={first.href} replace /> : <NoScreens />
}

function NoScreens() {
  const { shell, sections } = useWords()
  useTitle(shell.noScreensTitle)
  return (
    <div className="page">
      <h1>{shell.noScreensTitle}</h1>
      <p>{shell.noScreens}</p>
      <LinkButton href="/me">{sections.me}</LinkButton>
    </div>
  )
}
