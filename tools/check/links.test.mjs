import { expect, test } from 'vitest'
import { findBrokenPromises } from './links.mjs'

const files = ['README.md', 'docs/page.md', 'server/src/main.ts', 'server/src/features/goals/rate.ts']
const scripts = { check: 'node tools/check.mjs' }
const found = (text, path = 'docs/page.md') => findBrokenPromises(files, (file) => (file === path ? text : ''), scripts)

test.each([
  '[home](../README.md) [the same](../README.md#part) [itself](#part) [away](https://example.org/x.ts) [a folder](../server/src/)',
  '`server/src/main.ts`, `goals/rate.ts`, `rate.ts`, `server/src`, `../README.md`',
  '`npm run check -- --only types` · `a/b` · `text/html` · `server/src/*.ts` · `.ts` · `goal:{id}`',
])('%s holds', (text) => expect(found(text)).toEqual([]))

test.each([
  ['[gone](gone.md)', 'docs/page.md: link gone.md is not there'],
  ['[from here, not from the root](server/src/main.ts)', 'docs/page.md: link server/src/main.ts is not there'],
  ['`rated.ts`', 'docs/page.md: file rated.ts is not there'],
  ['`server/lib/`', 'docs/page.md: file server/lib is not there'],
  ['`npm run lint`', 'docs/page.md: npm run lint is not there'],
])('%s does not', (text, sentence) => expect(found(text)).toEqual([sentence]))
