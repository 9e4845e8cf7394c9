import { CalendarDays, NotebookPen, Settings, Shield, Sprout, Users } from 'lucide-react'
import { Badge } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Card, Tile, TileGrid } from './card.tsx'

export const fixtures: Fixture[] = [
  {
    state: 'next appointment',
    show: (
      <Card title="Next" action={<Button>I need to change this</Button>}>
        <p style={{ font: 'var(--t-h2)' }}>Friday 24 April, 10:30am</p>
        <p>Priya · coach · Kindling</p>
      </Card>
    ),
  },
  {
    state: 'with a mark',
    show: (
      <Card title="Get fitter" meta={<Badge tone="private">Only you</Badge>}>
        <p>2 of 5 steps</p>
      </Card>
    ),
  },
  {
    state: 'tiles',
    app: 'people',
    show: (
      <TileGrid label="More">
        <Tile href="#plan" label="Plan" icon={NotebookPen} />
        <Tile href="#appointments" label="Appointments" icon={CalendarDays} />
        <Tile href="#team" label="My team" icon={Users} />
        <Tile href="#privacy" label="Privacy" icon={Shield} />
        <Tile href="#tips" label="Tips" icon={Sprout} />
        <Tile href="#settings" label="Settings" icon={Settings} />
      </TileGrid>
    ),
  },
]
