import type { Fixture } from '../fixtures-page/fixture.ts'
import { ConnectionStripView } from './connection-strip.tsx'

export const fixtures: Fixture[] = [
  { state: 'well: nothing', show: <ConnectionStripView news="well" /> },
  { state: 'lost', show: <ConnectionStripView news="lost" /> },
  { state: 'back, 2 sent', show: <ConnectionStripView news="back" sent={2} /> },
  { state: 'live updates paused', app: 'staff', show: <ConnectionStripView news="well" isLivePaused /> },
  { state: 'lost, live paused', app: 'staff', show: <ConnectionStripView news="lost" isLivePaused /> },
  { state: '1 not sent yet', show: <ConnectionStripView news="well" unsent={{ count: 1, href: '#unsent' }} /> },
  { state: 'an update is ready', show: <ConnectionStripView news="well" update={{ onUpdate: () => {} }} /> },
]
