import type { Fixture } from '../fixtures-page/fixture.ts'
import { Prose, type ProseBlock } from './prose.tsx'

const text = (words: string) => [{ kind: 'text' as const, text: words }]

const blocks: ProseBlock[] = [
  { kind: 'paragraph', inside: text('A short walk changes the light, the air and what you look at.') },
  { kind: 'heading', level: 2, inside: text('Start small') },
  {
    kind: 'list',
    isOrdered: false,
    items: [text('To the end of the road and back.'), text('With somebody, if that is easier.')],
  },
  { kind: 'heading', level: 3, inside: text('If it is hard today') },
  {
    kind: 'list',
    isOrdered: true,
    items: [text('Put your shoes on.'), text('Open the door.'), text('That is enough for today.')],
  },
  { kind: 'quote', inside: text('I counted red doors. It got me round the block.') },
  {
    kind: 'paragraph',
    inside: [
      { kind: 'strong', text: 'More:' },
      ...text(' read about it at '),
      { kind: 'link', text: 'the NHS', href: 'https://www.nhs.uk' },
    ],
  },
]

export const fixtures: Fixture[] = [
  { state: 'every kind of block', show: <Prose blocks={blocks} /> },
  {
    state: 'right to left, under a heading',
    show: (
      <>
        <h2>What it will look like</h2>
        <Prose
          lang="fa"
          dir="rtl"
          under={1}
          blocks={[
            { kind: 'heading', level: 2, inside: text('پیاده‌روی') },
            { kind: 'paragraph', inside: text('یک پیاده‌روی کوتاه کمک می‌کند.') },
          ]}
        />
      </>
    ),
  },
]
