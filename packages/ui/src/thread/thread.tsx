import { ArrowDown } from 'lucide-react'
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Icon } from '../icon/icon.tsx'
import { usePieceWords } from '../language/language.tsx'
import type { SendActs } from '../send-mark/send-mark.tsx'
import type { SendMarkWords } from '../send-mark/words.ts'
import { Bubble } from './bubble.tsx'
import { type MessageItem, rowsOf, type ThreadItem } from './items.ts'
import { KeepPlace } from './keep-place.tsx'
import { useMessageKeys } from './use-message-keys.ts'
import { useWindow } from './use-window.ts'
import { type ThreadWords, words } from './words.ts'
import './thread.css'

export interface ThreadProps {
  /** “Messages with Lichfield Wellbeing”. */
  label: string
  /** Oldest first. Keep unchanged items identical objects: only changed rows are drawn again. */
  items: readonly ThreadItem[]
  /** The first unread item and since when: “6pm”. Hold it still while the conversation is open. */
  unread?: { from: string; since: string }
  /** A message to open at, from a link. Otherwise opens at the unread line, else at the newest. */
  openAt?: string
  earlier?: 'none' | 'more' | 'loading' | 'failed'
  onLoadEarlier?: () => void
  /** Whether the newest message is in view; “read” is decided by the app (two seconds, window focused). */
  onNewestInView?: (inView: boolean) => void
  /** Pass stable functions: a new one draws every row again. */
  menuFor?: (item: MessageItem) => ReactNode
  cardFor?: (item: MessageItem) => ReactNode
  sendActsFor?: (item: MessageItem) => SendActs
  /** Shown when there are no items. */
  empty?: ReactNode
  /** Scrolls with the thread, after the newest message: an inline help card, a closing note. */
  foot?: ReactNode
  words?: Partial<ThreadWords>
  sendWords?: Partial<SendMarkWords>
}

const rowIn = (scroller: HTMLElement | null, id: string) =>
  scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)

/**
 * One conversation, silent to assistive technology as it grows: the announcer speaks for it. Fills its container's height
 * and scrolls inside it. Fast with thousands of items: only the rows near the reader are drawn.
 */
export const Thread = memo(function Thread({
  label,
  items,
  unread,
  openAt,
  earlier = 'none',
  onLoadEarlier,
  onNewestInView,
  empty,
  foot,
  words: given,
  menuFor,
  cardFor,
  sendActsFor,
  sendWords,
}: ThreadProps) {
  const say = usePieceWords('thread', words, given)
  const scroller = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const ids = useMemo(() => items.map((item) => item.id), [items])
  const rows = useMemo(() => rowsOf(items, unread?.from), [items, unread?.from])
  const openingAt = openAt ?? unread?.from
  const drawn = useWindow(ids, scroller, openingAt)
  const { show } = drawn
  const target = useRef<string | undefined>(openingAt)

  const askEarlier = useCallback(() => {
    if (earlier === 'more') onLoadEarlier?.()
  }, [earlier, onLoadEarlier])
  const keys = useMessageKeys({
    before: () => {
      if (drawn.hasBefore) drawn.growBefore()
      else askEarlier()
      return drawn.hasBefore
    },
    after: () => {
      if (drawn.hasAfter) drawn.growAfter()
      return drawn.hasAfter
    },
  })

  const { atNewest, missed } = useNewest(items, scroller, end, drawn.hasAfter, onNewestInView)
  const jump = useCallback(() => {
    show('newest')
    if (scroller.current) scroller.current.scrollTop = 0
  }, [show])

  // A link to another message in the conversation already open.
  const [opened, setOpened] = useState(openAt)
  if (openAt !== opened) {
    setOpened(openAt)
    if (openAt) show({ id: openAt })
  }
  useLayoutEffect(() => {
    target.current = openAt ?? target.current
  }, [openAt])

  useLayoutEffect(() => {
    const row = target.current && rowIn(scroller.current, target.current)
    if (!row || !scroller.current) return
    const below = row.getBoundingClientRect().top - scroller.current.getBoundingClientRect().top
    scroller.current.scrollTop += below - 24
    if (openAt && target.current === openAt) {
      const message = scroller.current.querySelector<HTMLElement>(`[data-message][data-row="${CSS.escape(openAt)}"]`)
      message?.focus({ preventScroll: true })
    }
    target.current = undefined
  })

  // What I just wrote is always shown to me.
  const last = items.at(-1)
  const lastOwn = last?.kind === 'message' && last.own ? last.id : undefined
  const wroteBefore = useRef(lastOwn)
  useLayoutEffect(() => {
    if (lastOwn && lastOwn !== wroteBefore.current) jump()
    wroteBefore.current = lastOwn
  }, [lastOwn, jump])

  // Nearing the oldest row we hold asks for more by itself; the button is there for everyone else.
  const top = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (earlier !== 'more' || drawn.hasBefore || !top.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && askEarlier(), {
      root: scroller.current,
      rootMargin: '400px 0px',
    })
    observer.observe(top.current)
    return () => observer.disconnect()
  }, [earlier, drawn.hasBefore, askEarlier])

  const visible = rows.slice(drawn.start, drawn.end)
  const activeDrawn = visible.some((row) => row.item.id === keys.activeId)
  const lastMessage = visible.findLast((row) => row.item.kind !== 'system')?.item.id
  const activeId = activeDrawn ? keys.activeId : lastMessage
  return (
    <div className="wf-thread">
      <div className="wf-thread__scroll" ref={scroller} role="log" aria-live="off" aria-label={label}>
        <div className="wf-thread__flow">
          <KeepPlace scroller={scroller}>
            {items.length > 0 ? (
              <ol className="wf-thread__list" onFocus={keys.onFocus} onKeyDown={keys.onKeyDown}>
                {!drawn.hasBefore && earlier !== 'none' && (
                  <li className="wf-thread__earlier" ref={top}>
                    <Earlier state={earlier} onLoad={onLoadEarlier} say={say} />
                  </li>
                )}
                {drawn.hasBefore && <Gap height={drawn.gapBefore} ref={drawn.beforeRef} />}
                {visible.map((row) => (
                  <Bubble
                    key={row.item.id}
                    {...row}
                    active={row.item.id === activeId}
                    unreadSince={unread?.since ?? ''}
                    say={say}
                    sendWords={sendWords}
                    menuFor={menuFor}
                    cardFor={cardFor}
                    sendActsFor={sendActsFor}
                  />
                ))}
                {drawn.hasAfter && <Gap height={drawn.gapAfter} ref={drawn.afterRef} />}
              </ol>
            ) : (
              empty
            )}
            {foot}
          </KeepPlace>
          <div ref={end} className="wf-thread__end" />
        </div>
      </div>
      {!atNewest && (
        <button type="button" className="wf-thread__jump" onClick={jump}>
          <Icon of={ArrowDown} small />
          {missed > 0 ? say.jumpNew(missed) : say.jump}
        </button>
      )}
    </div>
  )
})

function Gap({ height, ref }: { height: number; ref: React.Ref<HTMLLIElement> }) {
  return <li ref={ref} aria-hidden="true" style={{ blockSize: height }} />
}

interface EarlierProps {
  state: 'more' | 'loading' | 'failed'
  onLoad?: () => void
  say: ThreadWords
}

function Earlier({ state, onLoad, say }: EarlierProps) {
  if (state === 'loading') return <p>{say.loadingEarlier}</p>
  return (
    <>
      {state === 'failed' && <p>{say.earlierFailed}</p>}
      <button type="button" onClick={onLoad}>
        {state === 'failed' ? say.tryAgain : say.loadEarlier}
      </button>
    </>
  )
}

/** Follows whether the newest message is in view, and counts what others wrote while it was not. */
function useNewest(
  items: readonly ThreadItem[],
  scroller: React.RefObject<HTMLElement | null>,
  end: React.RefObject<HTMLElement | null>,
  hasAfter: boolean,
  onNewestInView?: (inView: boolean) => void,
) {
  const [endInView, setEndInView] = useState(true)
  const atNewest = endInView && !hasAfter
  const lastId = items.at(-1)?.id
  const [seenTo, setSeenTo] = useState(lastId)
  if (atNewest && seenTo !== lastId) setSeenTo(lastId)

  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver(([entry]) => entry && setEndInView(entry.isIntersecting), {
      root: scroller.current,
      rootMargin: '48px 0px',
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [scroller, end])

  const heard = useRef(onNewestInView)
  useEffect(() => {
    heard.current = onNewestInView
  })
  useEffect(() => heard.current?.(atNewest), [atNewest])

  const missed = useMemo(() => {
    if (atNewest) return 0
    const from = items.findLastIndex((item) => item.id === seenTo)
    return items.slice(from + 1).filter((item) => item.kind === 'message' && !item.own).length
  }, [items, atNewest, seenTo])
  return { atNewest, missed }
}
