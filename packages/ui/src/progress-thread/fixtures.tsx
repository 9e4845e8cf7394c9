import type { Fixture } from '../fixtures-page/fixture.ts'
import { ProgressThread } from './progress-thread.tsx'

export const fixtures: Fixture[] = [
  { state: 'first step', show: <ProgressThread step={1} of={3} /> },
  { state: 'part of the way', show: <ProgressThread step={2} of={5} label="2 of 5 steps" /> },
  { state: 'all', show: <ProgressThread step={3} of={3} label="3 of 3 steps" /> },
]
