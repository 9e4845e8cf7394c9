import type { Fixture } from '../fixtures-page/fixture.ts'
import { HelpPill } from './help-pill.tsx'

export const fixtures: Fixture[] = [
  { state: 'always', app: 'people', show: <HelpPill /> },
  { state: 'in Welsh', app: 'people', show: <HelpPill words={{ getHelpNow: 'Cael help nawr' }} /> },
]
