import type { Block, Inline } from '@weft/contract/tips/markdown.ts'

/** Markup that was built here. Everything else that is put into a page is text, and stands there as text. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = Html | string | number | false | undefined | readonly Part[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] as string)

function put(part: Part): string {
  if (part instanceof Html) return part.markup
  if (part === false || part === undefined) return ''
  return typeof part === 'object' ? part.map(put).join('') : escaped(String(part))
}

/** The only way to markup: what is put in is escaped, unless it was made by this as well. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((all, piece, at) => all + put(parts[at - 1]) + piece))
}

/** A tip's body: of each block the one element that stands for it. */
export const bodyHtml = (blocks: readonly Block[]): Html => html`${blocks.map(blockHtml)}`

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${inlineHtml(block.inside)}</h2>` : html`<h3>${inlineHtml(block.inside)}</h3>`
    case 'quote':
      return html`<blockquote><p>${inlineHtml(block.inside)}</p></blockquote>`
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlineHtml(item)}</li>`)
      return block.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
    }
    case 'paragraph':
      return html`<p>${inlineHtml(block.inside)}</p>`
  }
}

const inlineHtml = (inside: readonly Inline[]): Html =>
  html`${inside.map((inline) => {
    if (inline.kind === 'strong') return html`<strong>${inline.text}</strong>`
    return inline.kind === 'link' ? html`<a href="${inline.href}">${inline.text}</a>` : inline.text
  })}`
