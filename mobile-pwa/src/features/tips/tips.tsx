import { Failed, Loading } from '@weft/ui/house-state/house-state.tsx'
import { Notice } from '@weft/ui/notice/notice.tsx'
import { lazy, Suspense } from 'react'
import { useScreen } from '../../shell/frame.tsx'
import { useSessions } from '../../shell/session.tsx'
import { useWords } from '../../words/words-provider.tsx'
import { FindTips } from './find-tips.tsx'
import { KeptOnPhone } from './kept-on-phone.tsx'
import { useCards } from './use-cards.ts'
import './tips.css'

const OwnTips = lazy(() => import('./own-tips.tsx'))

/**
 * Something that helps today (experience.md P23). A patient also has what they saved and chose; everybody else, signed in or not, what is
 * there for all. Who is not signed in comes here only when the server cannot be asked for its own page.
 */
export default function Tips() {
  const { tips: say } = useWords()
  const { standing } = useSessions()
  const isIn = standing.kind === 'in'
  const { cards, isFresh, failed, load } = useCards(isIn ? standing.rows : undefined)
  useScreen({ title: say.title, ...(isIn ? { back: '/today' } : { back: '/' }) })

  const isOffline = failed?.code === 'offline'
  return (
    <div className="tips">
      <p>{say.about}</p>
      {isOffline && isIn && <Notice tone="info">{say.offline}</Notice>}
      {isIn && standing.session.hat === 'patient' && (
        <Suspense fallback={<Loading shape="rows" />}>
          <OwnTips cards={cards} isFresh={isFresh} />
        </Suspense>
      )}
      {cards ? (
        <FindTips cards={cards} />
      ) : failed ? (
        !isOffline && <Failed onTryAgain={load} reference={failed.problem?.requestId} />
      ) : (
        <Loading shape="rows" onTryAgain={load} />
      )}
      {isOffline && !isIn && <KeptOnPhone />}
    </div>
  )
}
