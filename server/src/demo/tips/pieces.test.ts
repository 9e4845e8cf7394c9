import { readMarkdown } from '@weft/contract/tips/markdown.ts'
import { isSafeAddress } from '@weft/contract/tips/safe-address.ts'
import { fiveWays, Slug, topics, words } from '@weft/contract/tips/shapes.ts'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { stories } from './stories.ts'
import { tipsInWelsh } from './tips-cy.ts'
import { tipsInEnglish } from './tips-en.ts'

const all = [...tipsInEnglish, ...tipsInWelsh, ...stories]
const Piece = z.object({ slug: Slug, ...z.omit(z.object(words), { ageBand: true, reviewBy: true }).shape })

test('every piece is one that an editor could send, under an address of its own', () => {
  for (const piece of all) expect(z.safeParse(Piece, piece)).toMatchObject({ success: true })
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(all.length)
})

test('the five ways and every topic have something to read', () => {
  const shown = tipsInEnglish.filter(({ until, reviewDay }) => !until && !reviewDay)
  expect(shown.length).toBeGreaterThanOrEqual(12)
  expect(fiveWays.filter((way) => !shown.some((one) => one.fiveWays.includes(way)))).toEqual([])
  expect(topics.filter((topic) => !shown.some((one) => one.topics.includes(topic)))).toEqual([])
})

test('every address in a body became a link', () => {
  for (const { body } of all) {
    const links = readMarkdown(body).flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.inside))
    const addresses = links.flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []))
    expect(addresses.length).toBe(body.split('](').length - 1)
    expect(addresses.filter((address) => !isSafeAddress(address))).toEqual([])
  }
})
