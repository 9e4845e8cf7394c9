import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { type Face, Faces } from './faces.tsx'

const labels = { 1: 'Very low', 2: 'Low', 3: 'OK', 4: 'Good', 5: 'Very good' }

function Held({ first = null, error }: { first?: Face | null; error?: string }) {
  const [value, setValue] = useState(first)
  return <Faces legend="How do you feel?" labels={labels} value={value} onChange={setValue} error={error} />
}

export const fixtures: Fixture[] = [
  { state: 'not chosen yet', show: <Held /> },
  { state: 'chosen', show: <Held first={2} /> },
  { state: 'to put right', show: <Held error="Choose one" /> },
]
