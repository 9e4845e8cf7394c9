import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { RatingScale, type RatingScaleProps } from './rating-scale.tsx'

function Held({ value: first, ...props }: Omit<RatingScaleProps, 'onChange'>) {
  const [value, setValue] = useState(first)
  return <RatingScale {...props} value={value} onChange={setValue} />
}

const affect = { low: 'very little', high: 'a great deal' }

export const fixtures: Fixture[] = [
  { state: 'not rated yet', show: <Held legend="How much did Voices affect you today?" value={null} {...affect} /> },
  { state: 'rated', show: <Held legend="How much did Voices affect you today?" value={7} {...affect} /> },
  {
    state: 'to put right',
    show: (
      <Held
        legend="How close are you?"
        value={null}
        low="not at all"
        high="there"
        error="Choose a number from 0 to 10"
      />
    ),
  },
]
