import { Fragment } from 'react'
import { Link } from '../link/link.tsx'
import './prose.css'

export type ProseInline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'link'; text: string; href: string }

export type ProseBlock =
  | { kind: 'heading'; level: 2 | 3; inside: readonly ProseInline[] }
  | { kind: 'paragraph'; inside: readonly ProseInline[] }
  | { kind: 'quote'; inside: readonly ProseInline[] }
  | { kind: 'list'; isOrdered: boolean; items: readonly (readonly ProseInline[])[] }

export interface ProseProps {
  /** Already read and its addresses checked: nothing here is ever markup. */
  blocks: readonly ProseBlock[]
  /** Of the words, where it is not the page's. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  /** How much deeper than the page's own headings these stand: under an `h2`, 1. */
  under?: 0 | 1
}

/** A longer text to read: headings, paragraphs, lists and quotes, in lines no longer than an eye likes. */
export function Prose({ blocks, lang, dir, under = 0 }: ProseProps) {
  return (
    <div className="wf-prose" lang={lang} dir={dir}>
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other order than its own
        <Block key={at} block={block} under={under} />
      ))}
    </div>
  )
}

function Block({ block, under }: { block: ProseBlock; under: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + under}` as 'h2' | 'h3' | 'h4'
      return (
        <Heading>
          <Inside of={block.inside} />
        </Heading>
      )
    }
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={at}>
              <Inside of={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'quote':
      return (
        <blockquote>
          <p>
            <Inside of={block.inside} />
          </p>
        </blockquote>
      )
    case 'paragraph':
      return (
        <p>
          <Inside of={block.inside} />
        </p>
      )
  }
}

function Inside({ of }: { of: readonly ProseInline[] }) {
  return of.map((inline, at) => {
    const key = `${at} ${inline.text}`
    if (inline.kind === 'strong') return <strong key={key}>{inline.text}</strong>
    if (inline.kind === 'text') return <Fragment key={key}>{inline.text}</Fragment>
    return (
      <Link key={key} href={inline.href} rel="noreferrer">
        {inline.text}
      </Link>
    )
  })
}
