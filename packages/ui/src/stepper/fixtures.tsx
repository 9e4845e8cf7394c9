import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Stepper } from './stepper.tsx'

function Held({ first }: { first: number }) {
  const [value, setValue] = useState(first)
  const say = (minutes: number) => `${Math.floor(minutes / 60)} hours${minutes % 60 ? ' 30 minutes' : ''}`
  return <Stepper label="How long?" value={value} min={0} max={1440} step={30} onChange={setValue} say={say} />
}

export const fixtures: Fixture[] = [
  { state: 'in the middle', show: <Held first={690} /> },
  { state: 'at its lowest', show: <Held first={0} /> },
]
