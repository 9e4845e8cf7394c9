import { useState } from 'react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import {
  Checkbox,
  CheckboxGroup,
  type CheckboxGroupProps,
  RadioGroup,
  type RadioGroupProps,
  Switch,
} from './choice.tsx'

function Radios({ value: first, ...props }: Omit<RadioGroupProps<string>, 'onChange'>) {
  const [value, setValue] = useState(first)
  return <RadioGroup {...props} value={value} onChange={setValue} />
}
function Ticks({ value: first, ...props }: Omit<CheckboxGroupProps<string>, 'onChange'>) {
  const [value, setValue] = useState([...first])
  return <CheckboxGroup {...props} value={value} onChange={setValue} />
}
function Held({ isOn: first, hint }: { isOn: boolean; hint?: string }) {
  const [isOn, setOn] = useState(first)
  return <Switch label="Show message previews" hint={hint} isOn={isOn} onChange={setOn} />
}
const options = (...labels: string[]) => labels.map((label) => ({ value: label, label }))

export const fixtures: Fixture[] = [
  {
    state: 'radios',
    show: (
      <Radios
        legend="Who can see it?"
        value="Only me"
        options={[
          { value: 'Only me', label: 'Only me' },
          {
            value: 'Shared',
            label: 'Health Coaching',
            hint: 'They can see this goal, its steps and ratings, from now.',
          },
        ]}
      />
    ),
  },
  {
    state: 'radios as chips',
    show: (
      <Radios
        look="chips"
        legend="About how long did you sleep?"
        value="6"
        options={options('3', '4', '5', '6', '7', '8', '9')}
      />
    ),
  },
  {
    state: 'radios to put right',
    show: (
      <Radios
        legend="Is it safe to leave a voicemail?"
        value={null}
        options={options('Yes', 'No')}
        error="Choose yes or no"
      />
    ),
  },
  {
    state: 'ticks',
    show: (
      <Ticks
        legend="What would help?"
        value={['Sleep']}
        options={options('Sleep', 'Mood', 'A problem of my own', 'Goals')}
      />
    ),
  },
  {
    state: 'ticks as chips',
    show: (
      <Ticks
        look="chips"
        legend="Topics"
        value={['Connect']}
        options={options('Connect', 'Be active', 'Take notice', 'Keep learning', 'Give')}
      />
    ),
  },
  {
    state: 'one tick to put right',
    show: <Checkbox label="I am 13 or over" error="Tick this to go on" />,
  },
  { state: 'switch, on', show: <Held isOn hint="Anyone who picks up this phone could read them." /> },
  { state: 'switch, off', show: <Held isOn={false} /> },
]
