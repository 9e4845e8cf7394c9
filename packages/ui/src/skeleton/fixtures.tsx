import type { Fixture } from '../fixtures-page/fixture.ts'
import { Skeleton, type SkeletonShape } from './skeleton.tsx'

const shapes: SkeletonShape[] = ['lines', 'rows', 'thread', 'card']

export const fixtures: Fixture[] = shapes.map((shape) => ({ state: shape, show: <Skeleton shape={shape} /> }))
