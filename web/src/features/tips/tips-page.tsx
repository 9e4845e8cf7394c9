import { useParams } from '@tanstack/react-router'
import { HiddenPage } from '../../shell/frame/hidden-page.tsx'
import { useSession } from '../../shell/session/session-context.ts'
import { DeskList } from './desk-list.tsx'
import { EditTip, NewTip } from './edit-tip.tsx'
import './tips.css'

/** The editors' desk (experience.md W10, Content). Editors have it, and to everybody else there is no such page. */
export function TipsPage() {
  const { hat } = useSession()
  const { contentId } = useParams({ from: '/tips/{-$contentId}' })
  if (hat !== 'content_editor') return <HiddenPage />
  return (
    <div className="tips-desk" data-pane="" tabIndex={-1}>
      {contentId === undefined ? (
        <DeskList />
      ) : contentId === 'new' ? (
        <NewTip />
      ) : (
        <EditTip key={contentId} contentId={contentId} />
      )}
    </div>
  )
}
