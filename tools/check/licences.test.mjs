import { expect, test } from 'vitest'
import { findForeignLicences, isAllowed } from './licences.mjs'

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND Apache-2.0', true],
  ['(MIT OR (BSD-3-Clause AND ISC))', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['MIT garbage', false],
  ['', false],
  [undefined, false],
])('%s is allowed: %s', (expression, expected) => expect(isAllowed(expression)).toBe(expected))

test('what a running Weft contains is checked; development tools and our own workspaces are not', () => {
  const lock = {
    packages: {
      '': { license: 'Apache-2.0' },
      server: { version: '0.1.0' },
      'node_modules/@weft/server': { link: true },
      'node_modules/good': { version: '1.0.0', license: 'MIT' },
      'node_modules/good/node_modules/bad': { version: '2.0.0', license: 'SSPL-1.0' },
      'node_modules/unsaid': { version: '3.0.0' },
      'node_modules/tool': { version: '1.0.0', license: 'MPL-2.0', dev: true },
    },
  }
  expect(findForeignLicences(lock)).toEqual([
    'bad 2.0.0 has the licence SSPL-1.0',
    'unsaid 3.0.0 has the licence (none given)',
  ])
})
