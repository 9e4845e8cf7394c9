import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesToRead, readMarkdown } from './markdown.ts'
import { isSafeAddress } from './safe-address.ts'

const text = (words: string) => ({ kind: 'text', text: words })

test('headings, paragraphs, lists, quotes, strong words and links are what there is', () => {
  const body =
    '## Before bed\r\nPut the phone\naway, **really**.\n\n- tea\n- a book\n\n1. one\n2. two\n\n> Be kind\n> to yourself\n\n### More\n[NHS](https://www.nhs.uk/sleep) or [help](/help)'
  expect(readMarkdown(body)).toEqual([
    { kind: 'heading', level: 2, inside: [text('Before bed')] },
    { kind: 'paragraph', inside: [text('Put the phone away, '), { kind: 'strong', text: 'really' }, text('.')] },
    { kind: 'list', isOrdered: false, items: [[text('tea')], [text('a book')]] },
    { kind: 'list', isOrdered: true, items: [[text('one')], [text('two')]] },
    { kind: 'quote', inside: [text('Be kind'), text(' '), text('to yourself')] },
    { kind: 'heading', level: 3, inside: [text('More')] },
    {
      kind: 'paragraph',
      inside: [
        { kind: 'link', text: 'NHS', href: 'https://www.nhs.uk/sleep' },
        text(' or '),
        { kind: 'link', text: 'help', href: '/help' },
      ],
    },
  ])
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert)',
  '[x](JaVaScRiPt:alert)',
  '[x](java&#115;cript:alert)',
  '[x](data:text/html;base64,PHM+)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '[x](https://evil.example"onclick=x)',
  '[x](https://a.example\\@b.example)',
  '[x](https://user@evil.example)',
  '[[x]](javascript:y)',
  '![x](x.png)',
  '# Not a heading of ours',
  '&lt;script&gt;',
  '**open',
  '[open](',
])('%s stays the text that it is', (hostile) => {
  expect(readMarkdown(hostile)).toEqual([{ kind: 'paragraph', inside: [text(hostile)] }])
})

test('nested signs give what is inside, and no address that was not checked', () => {
  const [block] = readMarkdown('**[a](javascript:x)** [**b**](https://a.example/b)')
  expect(block).toEqual({
    kind: 'paragraph',
    inside: [
      { kind: 'strong', text: '[a](javascript:x)' },
      text(' '),
      { kind: 'link', text: '**b**', href: 'https://a.example/b' },
    ],
  })
})

test('whatever is written, every address is a safe one', () => {
  const signs = fc.constantFrom('**', '[', ']', '](', ')', '## ', '- ', '> ', '\n', 'javascript:x', 'https://a.example')
  fc.assert(
    fc.property(fc.array(fc.oneof(signs, fc.string()), { maxLength: 40 }), (parts) => {
      for (const block of readMarkdown(parts.join('')))
        for (const inline of block.kind === 'list' ? block.items.flat() : block.inside)
          if (inline.kind === 'link') expect(isSafeAddress(inline.href)).toBe(true)
    }),
  )
})

test('a long line of open signs takes no longer than it should', () => {
  for (const sign of ['[', '**', '[a](', '> ', '- '])
    expect(readMarkdown(sign.repeat(10_000)).length).toBeGreaterThan(0)
})

test('a calm reader reads 200 words a minute, and nothing takes no time', () => {
  expect([minutesToRead(''), minutesToRead('word '.repeat(299)), minutesToRead('word '.repeat(500))]).toEqual([1, 1, 3])
})

test('rows of spaces and strange line ends are words like any other', () => {
  expect(readMarkdown(`- ${' '.repeat(5_000)}\u2028x`)).toEqual([
    { kind: 'list', isOrdered: false, items: [[text('x')]] },
  ])
})
