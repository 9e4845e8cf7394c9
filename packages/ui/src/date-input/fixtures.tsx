import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { DateInput, type DateInputProps } from './date-input.tsx'
import type { DateParts } from './read-date.ts'

function Held({ value: first, ...props }: Omit<DateInputProps, 'onChange'>) {
  const [value, setValue] = useState<DateParts>(first)
  return <DateInput {...props} value={value} onChange={setValue} />
}
const blank: DateParts = { day: '', month: '', year: '' }

export const fixtures: Fixture[] = [
  { state: 'blank', show: <Held legend="When were you born?" value={blank} autoComplete="bday" /> },
  {
    state: 'a month in words',
    show: <Held legend="When were you born?" value={{ day: '15', month: 'March', year: '1984' }} />,
  },
  {
    state: 'to put right',
    show: (
      <Held
        legend="When were you born?"
        value={{ day: '31', month: '6', year: '1984' }}
        error="June has 30 days. Enter the day you were born, like 15 3 1984"
        wrong={['day']}
      />
    ),
  },
]
