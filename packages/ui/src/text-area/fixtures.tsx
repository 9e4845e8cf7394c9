import type { Fixture } from '../fixtures-page/fixture.ts'
import { TextArea } from './text-area.tsx'

const words = 'Up at four. Watched the light come. Went back at six and slept.'

export const fixtures: Fixture[] = [
  { state: 'blank', show: <TextArea label="What's on your mind?" /> },
  { state: 'nearly full', show: <TextArea label="Note" isOptional defaultValue={words} maxLength={70} /> },
  {
    state: 'too long, to put right',
    show: <TextArea label="Note" defaultValue={words} maxLength={50} error="Make it 13 characters shorter" />,
  },
]
