import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Chunk, chunkAt, chunksOf } from './chunks.ts'

/** Rows drawn at once: when more would be, the far end becomes a gap again. */
const mostRows = 240
const fewestRows = 80
const guessedRowPx = 76
/** How far outside the view rows are drawn ahead of the reader. */
const aheadPx = 1_200

export interface Window {
  start: number
  end: number
  gapBefore: number
  gapAfter: number
  hasBefore: boolean
  hasAfter: boolean
  /** Attach to the gaps; they draw more rows as they near the view. */
  beforeRef: RefObject<HTMLLIElement | null>
  afterRef: RefObject<HTMLLIElement | null>
  growBefore: () => void
  growAfter: () => void
  /** Draws the newest rows, or those around one item. */
  show: (where: 'newest' | { id: string }) => void
}

/** The drawn stretch by item id, so it survives rows added at either end; `null` is the end of the thread. */
interface Range {
  from: string | null
  to: string | null
}

const newest: Range = { from: null, to: null }

function around(chunks: Chunk[], at: number): { first: number; last: number } {
  const last = Math.min(at + 1, chunks.length - 1)
  let first = Math.max(at - 1, 0)
  while (first > 0 && chunks[last]!.end - chunks[first]!.start < fewestRows) first--
  return { first, last }
}

function resolve(chunks: Chunk[], indexOf: Map<string, number>, range: Range): { first: number; last: number } {
  if (chunks.length === 0) return { first: 0, last: -1 }
  const toIndex = range.to === null ? undefined : indexOf.get(range.to)
  const last = toIndex === undefined ? chunks.length - 1 : chunkAt(chunks, toIndex)
  const fromIndex = range.from === null ? undefined : indexOf.get(range.from)
  const first = fromIndex === undefined ? around(chunks, last).first : chunkAt(chunks, fromIndex)
  return { first: Math.min(first, last), last }
}

/**
 * Which rows of a long thread are drawn. Without IntersectionObserver (very old browsers) all of them are.
 * Row elements carry `data-row`; heights of undrawn stretches are remembered from when they were drawn.
 */
export function useWindow(ids: readonly string[], scroller: RefObject<HTMLElement | null>, openAt?: string): Window {
  const chunks = useMemo(() => chunksOf(ids), [ids])
  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const [range, setRange] = useState<Range>(() => rangeAround(chunks, indexOf, openAt))
  const [watched] = useState(() => typeof IntersectionObserver !== 'undefined')
  const heights = useRef(new Map<string, number>())
  const beforeRef = useRef<HTMLLIElement>(null)
  const afterRef = useRef<HTMLLIElement>(null)
  const { first, last } = watched ? resolve(chunks, indexOf, range) : { first: 0, last: chunks.length - 1 }
  const lastChunk = chunks.length - 1

  const measure = useCallback(
    (chunk: Chunk) => {
      const top = (id: string | undefined) =>
        id && scroller.current?.querySelector(`[data-row="${CSS.escape(id)}"]`)?.getBoundingClientRect().top
      const start = top(chunk.firstId)
      const next = top(ids[chunk.end]) ?? afterRef.current?.getBoundingClientRect().top
      if (typeof start === 'number' && typeof next === 'number') heights.current.set(chunk.firstId, next - start)
    },
    [ids, scroller],
  )

  const move = useCallback(
    (nextFirst: number, nextLast: number) => {
      for (let at = first; at <= last; at++) if (at < nextFirst || at > nextLast) measure(chunks[at]!)
      setRange({
        from: chunks[nextFirst]!.firstId,
        to: nextLast >= lastChunk ? null : chunks[nextLast]!.firstId,
      })
    },
    [chunks, first, last, lastChunk, measure],
  )

  const rows = useCallback((one: number, other: number) => chunks[other]!.end - chunks[one]!.start, [chunks])

  const growBefore = useCallback(() => {
    if (first <= 0) return
    let nextLast = last
    while (nextLast > first && rows(first - 1, nextLast) > mostRows && rows(first - 1, nextLast - 1) >= fewestRows)
      nextLast--
    move(first - 1, nextLast)
  }, [first, last, move, rows])

  const growAfter = useCallback(() => {
    if (last >= lastChunk) return
    let nextFirst = first
    while (nextFirst < last && rows(nextFirst, last + 1) > mostRows && rows(nextFirst + 1, last + 1) >= fewestRows)
      nextFirst++
    move(nextFirst, last + 1)
  }, [first, last, lastChunk, move, rows])

  const show = useCallback(
    (where: 'newest' | { id: string }) =>
      setRange(where === 'newest' ? newest : rangeAround(chunks, indexOf, where.id)),
    [chunks, indexOf],
  )

  // Watched afresh after every change: a gap still near the view speaks again at once.
  useEffect(() => {
    if (!watched) return
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!entry.isIntersecting) continue
          if (entry.target === beforeRef.current) return growBefore()
          if (entry.target === afterRef.current) return growAfter()
        }
      },
      { root: scroller.current, rootMargin: `${aheadPx}px 0px` },
    )
    if (beforeRef.current) observer.observe(beforeRef.current)
    if (afterRef.current) observer.observe(afterRef.current)
    return () => observer.disconnect()
  }, [watched, growBefore, growAfter, scroller])

  const gap = (from: number, to: number) => {
    let height = 0
    for (const chunk of chunks.slice(from, to)) {
      height += heights.current.get(chunk.firstId) ?? (chunk.end - chunk.start) * guessedRowPx
    }
    return Math.round(height)
  }
  return {
    start: chunks[first]?.start ?? 0,
    end: chunks[last]?.end ?? 0,
    gapBefore: gap(0, first),
    gapAfter: gap(last + 1, chunks.length),
    hasBefore: first > 0,
    hasAfter: last < lastChunk,
    beforeRef,
    afterRef,
    growBefore,
    growAfter,
    show,
  }
}

function rangeAround(chunks: Chunk[], indexOf: Map<string, number>, id: string | undefined): Range {
  const index = id === undefined ? undefined : indexOf.get(id)
  if (index === undefined) return newest
  const { first, last } = around(chunks, chunkAt(chunks, index))
  return { from: chunks[first]!.firstId, to: last === chunks.length - 1 ? null : chunks[last]!.firstId }
}
