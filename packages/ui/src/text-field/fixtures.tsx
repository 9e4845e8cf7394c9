import type { Fixture } from '../fixtures-page/fixture.ts'
import { PasswordField, TextField } from './text-field.tsx'

export const fixtures: Fixture[] = [
  { state: 'blank', show: <TextField label="What should we call you?" isOptional autoComplete="nickname" /> },
  {
    state: 'with a hint',
    show: (
      <TextField
        label="Your email or mobile number"
        hint="Is this private to you? We only ever send ‘You have an update’."
        autoComplete="username"
      />
    ),
  },
  {
    state: 'to put right',
    show: (
      <TextField
        label="Enter the code we sent"
        error="Enter the 6 numbers we sent you"
        defaultValue="12 34"
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    ),
  },
  { state: 'with a unit', show: <TextField label="How long did you sleep?" suffix="hours" inputMode="numeric" /> },
  { state: 'password', show: <PasswordField label="Password" defaultValue="correct horse" /> },
]
