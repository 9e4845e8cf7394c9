import type { Fixture } from '../fixtures-page/fixture.ts'
import { SelectField } from './select-field.tsx'

const options = ['English', 'Cymraeg', 'فارسی', 'Polski'].map((label) => ({ value: label, label }))

export const fixtures: Fixture[] = [
  { state: 'chosen', show: <SelectField label="Language" options={options} defaultValue="English" /> },
  {
    state: 'to put right',
    show: <SelectField label="Language" options={[{ value: '', label: '' }, ...options]} error="Choose a language" />,
  },
]
