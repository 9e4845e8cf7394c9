import { CloudOff, RefreshCw, Wifi } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '../button/button.tsx'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import { type ConnectionNews, useConnectionNews } from './use-connection-news.ts'
import { type ConnectionStripWords, words } from './words.ts'
import './connection-strip.css'

interface StripProps {
  /** Messages and entries that went out since the connection came back. */
  sent?: number
  /** Waiting on this device; shown whatever the connection does. */
  unsent?: { count: number; href: string }
  /** Staff: events are not coming in, though the network may be there. */
  isLivePaused?: boolean
  /** A new version is ready. Leave it out while something is being written. */
  update?: { onUpdate: () => void }
  words?: Partial<ConnectionStripWords>
}

export interface ConnectionStripProps extends StripProps {
  isOnline: boolean
}

/** Hidden when all is well; speaks after three seconds without a connection, and for four when it is back. */
export function ConnectionStrip({ isOnline, ...props }: ConnectionStripProps) {
  return <ConnectionStripView {...props} news={useConnectionNews(isOnline)} />
}

export function ConnectionStripView({
  news,
  sent = 0,
  unsent,
  isLivePaused,
  update,
  words: given,
}: StripProps & { news: ConnectionNews }) {
  const say = usePieceWords('connectionStrip', words, given)
  const line = {
    lost: isLivePaused ? `${say.lost} ${say.liveLost}` : say.lost,
    back: sent > 0 ? say.backSent(sent) : say.back,
    well: isLivePaused ? say.liveLost : undefined,
  }[news]
  return (
    <div className="wf-strip" role="status">
      {line && (
        <Line tone={news === 'back' ? 'ok' : 'warn'} icon={news === 'back' ? Wifi : CloudOff}>
          {line}
        </Line>
      )}
      {unsent && unsent.count > 0 && (
        <Line
          tone="warn"
          icon={CloudOff}
          act={
            <LinkButton kind="quiet" href={unsent.href}>
              {say.look}
            </LinkButton>
          }
        >
          {say.unsent(unsent.count)}
        </Line>
      )}
      {update && (
        <Line
          tone="info"
          icon={RefreshCw}
          act={
            <Button kind="quiet" onClick={update.onUpdate}>
              {say.updateNow}
            </Button>
          }
        >
          {say.update}
        </Line>
      )}
    </div>
  )
}

interface LineProps {
  tone: 'ok' | 'warn' | 'info'
  icon: typeof CloudOff
  act?: ReactNode
  children: string
}

function Line({ tone, icon, act, children }: LineProps) {
  return (
    <div className="wf-strip__line" data-tone={tone}>
      <Icon of={icon} small />
      <p>{children}</p>
      {act}
    </div>
  )
}
