import { useParams } from '@tanstack/react-router'
import { DeskList } from './desk-list.tsx'
import { EditTip, NewTip } from './edit-tip.tsx'
import './tips.css'

/** The editors' desk (experience.md W10, Content). */
export function TipsPage() {
  const { contentId } = useParams({ from: '/tips/{-$contentId}' })
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
