import { joined, type Placed } from './points.ts'

export interface PlotProps {
  sentence: string
  placed: readonly Placed[]
  /** Percent from the top. */
  lines: readonly number[]
  /** Percent that one day is wide. */
  width: number
  marked: Placed | undefined
  moments: readonly number[]
  shape?: 'circle' | 'square' | 'diamond'
  look?: 'bars' | 'line'
}

const percent = (value: number) => `${value}%`

/**
 * The picture itself. Everything stands at a percentage, so it fits any width without being measured; words are outside of it, so it is
 * turned round whole where lines are read from the right.
 */
export function Plot({ sentence, placed, lines, width, marked, moments, shape = 'circle', look = 'line' }: PlotProps) {
  const size = width > 5 ? 5 : width > 2 ? 4 : 3
  return (
    <svg role="img" aria-label={sentence} data-shape={shape} data-look={look}>
      {lines.map((y) => (
        <line key={y} className="wf-chart__grid" x1="0" x2="100%" y1={percent(y)} y2={percent(y)} />
      ))}
      {moments.map((x) => (
        <line key={x} className="wf-chart__moment" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
      ))}
      {marked && <line className="wf-chart__at" x1={percent(marked.x)} x2={percent(marked.x)} y1="0" y2="100%" />}
      {look === 'bars'
        ? placed.map(({ point, x, y }) => (
            <rect
              key={point.key}
              className="wf-chart__bar"
              x={percent(x - width * 0.35)}
              y={percent(y)}
              width={percent(width * 0.7)}
              height={percent(Math.max(1, 100 - y))}
            />
          ))
        : joined(placed).map(([from, to]) => (
            <line
              key={from.point.key}
              className="wf-chart__thread"
              x1={percent(from.x)}
              x2={percent(to.x)}
              y1={percent(from.y)}
              y2={percent(to.y)}
            />
          ))}
      {placed.map((one) => (
        <Shape key={one.point.key} shape={shape} x={one.x} y={one.y} size={one === marked ? size + 3 : size} />
      ))}
    </svg>
  )
}

/** A nested picture of its own keeps a shape's middle on its place, which a percentage alone cannot. */
function Shape({ shape, x, y, size }: { shape: 'circle' | 'square' | 'diamond'; x: number; y: number; size: number }) {
  if (shape === 'circle') return <circle className="wf-chart__point" cx={percent(x)} cy={percent(y)} r={size} />
  const side = shape === 'square' ? 2 * size - 1 : 2 * size - 2
  return (
    <svg x={percent(x)} y={percent(y)} overflow="visible" aria-hidden="true">
      <rect
        className="wf-chart__point"
        x={-side / 2}
        y={-side / 2}
        width={side}
        height={side}
        transform={shape === 'diamond' ? 'rotate(45)' : undefined}
      />
    </svg>
  )
}
