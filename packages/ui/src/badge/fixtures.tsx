import { CircleAlert, Lock } from 'lucide-react'
import type { Fixture } from '../fixtures-page/fixture.ts'
import { Badge, type BadgeTone } from './badge.tsx'

const tones: BadgeTone[] = ['neutral', 'brand', 'warn', 'danger', 'ok', 'info', 'private']
const say: Record<BadgeTone, string> = {
  neutral: 'Paused',
  brand: '2 new',
  warn: 'Due at 4pm',
  danger: 'Overdue 2 h',
  ok: 'On duty',
  info: 'Carer',
  private: 'Only you',
}

export const fixtures: Fixture[] = [
  {
    state: 'every tone',
    show: (
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone} icon={{ private: Lock, danger: CircleAlert }[tone as string]}>
            {say[tone]}
          </Badge>
        ))}
      </div>
    ),
  },
]
