import './skeleton.css'

export type SkeletonShape = 'lines' | 'rows' | 'thread' | 'card'

export interface SkeletonProps {
  shape: SkeletonShape
  count?: number
}

const usual: Record<SkeletonShape, number> = { lines: 3, rows: 4, thread: 5, card: 1 }

/** The shape of what is coming, still and unread. `Loading` in house-state decides when to show it. */
export function Skeleton({ shape, count = usual[shape] }: SkeletonProps) {
  return (
    <div className="wf-skeleton" data-shape={shape} aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <span key={at} />
      ))}
    </div>
  )
}
