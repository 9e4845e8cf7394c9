import { isSafeAddress } from './safe-address.ts'

/** What a tip's body may hold, and nothing else: no HTML, no pictures, no code. Whatever is not one of these stays the text that it is. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; href: string }

export type Block =
  | { kind: 'heading'; level: 2 | 3; inside: Inline[] }
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'quote'; inside: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }

const WORDS_A_MINUTE = 200

/** Whole minutes that a calm reader takes, 1 at least. */
export const minutesToRead = (body: string): number =>
  Math.max(1, Math.round(body.split(/\s+/).filter(Boolean).length / WORDS_A_MINUTE))

/**
 * Reads limited markdown: `## heading`, `### heading`, `- list`, `1. list`, `> quote`, `**strong**`, `[words](address)`. It only ever builds
 * blocks of the kinds above, from text; whoever draws them escapes the text, so that nothing written in a body can become markup.
 */
export function readMarkdown(source: string): Block[] {
  const blocks: Block[] = []
  let paragraph: string[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', inside: readInline(paragraph.join(' ')) })
    paragraph = []
  }
  for (const raw of source.split(/\r?\n/)) {
    const line = raw.replaceAll(/[\u2028\u2029]/g, ' ').trim()
    const [, sign, words] = /^(##|###|-|\*|>|\d{1,3}\.) +(\S.*)$/.exec(line) ?? []
    if (line && (sign === undefined || words === undefined)) {
      paragraph.push(line)
      continue
    }
    endParagraph()
    if (sign !== undefined && words !== undefined) addBlock(blocks, sign, readInline(words))
    else blocks.push(gap)
  }
  endParagraph()
  return blocks.filter((block) => block !== gap)
}

/** A blank line ends a list or a quote; it is not shown. */
const gap: Block = { kind: 'paragraph', inside: [] }

function addBlock(blocks: Block[], sign: string, inside: Inline[]): void {
  const last = blocks.at(-1)
  if (sign === '##' || sign === '###') blocks.push({ kind: 'heading', level: sign === '##' ? 2 : 3, inside })
  else if (sign === '>') {
    if (last?.kind === 'quote') last.inside.push({ kind: 'text', text: ' ' }, ...inside)
    else blocks.push({ kind: 'quote', inside })
  } else {
    const isOrdered = sign.endsWith('.')
    if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(inside)
    else blocks.push({ kind: 'list', isOrdered, items: [inside] })
  }
}

function readInline(text: string): Inline[] {
  const found: Inline[] = []
  const add = (piece: string) => {
    const last = found.at(-1)
    if (last?.kind === 'text') last.text += piece
    else if (piece) found.push({ kind: 'text', text: piece })
  }
  let at = 0
  for (const match of text.matchAll(/\*\*([^*]+)\*\*|\[([^[\]]+)\]\(([^()\s]+)\)/g)) {
    add(text.slice(at, match.index))
    const [whole, strong, words, href] = match
    if (strong !== undefined) found.push({ kind: 'strong', text: strong })
    else if (words !== undefined && href !== undefined && isSafeAddress(href))
      found.push({ kind: 'link', text: words, href })
    else add(whole)
    at = match.index + whole.length
  }
  add(text.slice(at))
  return found
}
