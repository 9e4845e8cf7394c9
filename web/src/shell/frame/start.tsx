import { Navigate } from '@tanstack/react-router'
import { useWords } from '../../words/words.ts'
import { useSession } from '../session/session-context.ts'
import { sectionsFor } from './sections.ts'

/** `/`: the first section of this hat. */
export function Start() {
  const { shell } = useWords()
  const { hat } = useSession()
  const [first] = sectionsFor(hat)
  if (first) return <Navigate to={first.href} replace />
  return (
    <div className="page">
      <h1>{shell.noScreensTitle}</h1>
      <p>{shell.noScreens}</p>
    </div>
  )
}
