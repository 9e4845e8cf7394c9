import { describe, expect, test } from 'vitest'
import { findBreaches } from './borders.mjs'
import { buildGraph } from './graph.mjs'

const manifests = {
  'packages/contract/package.json': '{ "name": "@weft/contract", "exports": { "./*": "./src/*" } }',
  'packages/channels/package.json':
    '{ "name": "@weft/channels", "exports": { "./define": "./src/define/d.ts", "./server": "./src/server/s.ts", "./client": "./src/client/c.ts" } }',
  'packages/ui/package.json': '{ "name": "@weft/ui", "exports": { "./*": "./src/*" } }',
  'packages/channels/src/define/d.ts': 'export const d = 1',
  'packages/channels/src/server/s.ts': 'export const s = 1',
  'packages/channels/src/client/c.ts': 'export const c = 1',
}

// Every file of a fixture is mentioned here, so that only the breach in question is found, unless orphans are what it is about.
const breaches = (sources) => {
  const paths = Object.keys(sources).filter((path) => !path.endsWith('.json') && !path.endsWith('.html'))
  const started = `export const all = [${paths.map((path) => `'${path}'`).join()}]`
  return findBreaches(buildGraph({ ...manifests, 'tools/all.mjs': started, ...sources }))
}

/** `[what is refused, the importing file, what it imports, a like import that is fine]` */
const refusals = [
  ['contract imports zod and channels/define only', 'packages/contract/src/a.ts', 'kysely', 'zod'],
  [
    'contract imports zod and channels/define only',
    'packages/contract/src/a.ts',
    '@weft/channels/client',
    '@weft/channels/define',
  ],
  ['contract imports zod and channels/define only', 'packages/contract/src/a.ts', 'node:fs', './other.ts'],
  ['channels knows no noun', 'packages/channels/src/server/a.ts', '@weft/contract/people/p.ts', './s.ts'],
  [
    "channels' client never imports its server",
    'packages/channels/src/client/a.ts',
    '../server/s.ts',
    '../define/d.ts',
  ],
  ["channels' client never imports its server", 'packages/channels/src/react/a.ts', '../server/s.ts', '../client/c.ts'],
  ["channels' define imports neither", 'packages/channels/src/define/a.ts', '../client/c.ts', './d.ts'],
  ['ui knows neither', 'packages/ui/src/a.ts', '@weft/contract/people/p.ts', 'react'],
  ['ui knows neither', 'packages/ui/src/a.ts', '@weft/channels/client', './other.ts'],
  ['platform never imports a feature', 'server/src/platform/a.ts', '../features/people/p.ts', './other.ts'],
  ['platform never imports a feature', 'server/src/platform/a.ts', '../features.ts', '@weft/contract/people/p.ts'],
  ['a feature imports only itself', 'server/src/features/diary/a.ts', '../goals/g.ts', '../people/p.ts'],
  ['a feature imports only itself', 'server/src/features/diary/a.ts', '../../features.ts', '../../platform/other.ts'],
  ['a feature imports only itself', 'server/src/features/people/a.ts', '../access/x.ts', './p.ts'],
  ['a feature imports only itself', 'server/src/features/access/a.ts', '../audit/x.ts', '../organisations/x.ts'],
  ['a feature knows no door', 'server/src/features/diary/commands.ts', 'fastify', 'kysely'],
  ['a feature knows no door', 'server/src/features/diary/queries/find.ts', 'ioredis', 'kysely'],
  ['a feature knows no door', 'server/src/features/diary/policy.ts', 'bullmq', 'zod'],
  ['a feature knows no door', 'server/src/features/diary/commands/x.ts', '@fastify/cookie', 'zod'],
  ['a feature knows no door', 'server/src/features/diary/keep-entry.ts', 'socket.io', 'kysely'],
  ['the apps import neither', 'web/src/a.ts', '../../mobile-pwa/src/b.ts', './other.ts'],
  ['the apps import neither', 'mobile-pwa/src/a.ts', '../../server/src/platform/other.ts', '@weft/channels/client'],
  ['the apps import neither', 'web/src/a.test.ts', '../../server/src/platform/other.ts', './other.ts'],
  ['the apps import neither', 'web/src/a.ts', '@weft/channels/server', '@weft/ui/other.ts'],
  ['the server imports neither', 'server/src/platform/a.ts', '@weft/ui/other.ts', '@weft/channels/server'],
  ['migrations import nothing of ours', 'migrations/0001_a.ts', '../server/src/platform/other.ts', 'pg'],
  ['product code imports no test', 'server/src/platform/a.ts', 'vitest', 'pg'],
  ['product code imports no test', 'web/src/a.ts', './testing/stage.ts', './other.ts'],
]

const others = Object.fromEntries(
  [
    'packages/contract/src/people/p.ts',
    'packages/contract/src/other.ts',
    'packages/ui/src/other.ts',
    'server/src/features.ts',
    'server/src/platform/other.ts',
    ...['people/p', 'goals/g', 'access/x', 'audit/x', 'organisations/x'].map(
      (name) => `server/src/features/${name}.ts`,
    ),
    'web/src/other.ts',
    'web/src/testing/stage.ts',
    'mobile-pwa/src/b.ts',
  ].map((path) => [path, 'export const value = 1']),
)

describe('a border', () => {
  test.each(refusals)('%s: %s may not import %s, but may import %s', (rule, path, refused, fine) => {
    expect(breaches({ ...others, [path]: `import '${fine}'` })).toEqual([])
    const found = breaches({ ...others, [path]: `import '${fine}'\nimport '${refused}'` })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${path}:2 imports`)
    expect(found[0]).toContain(rule)
  })

  test.each([
    ['import type { value }', `import type { value } from '../features/people/p.ts'`],
    ['export from', `export { value } from '../features/people/p.ts'\nexport const more = 1`],
    ['import()', `export const later = () => import('../features/people/p.ts')`],
    ['import.meta.glob', `export const all = import.meta.glob('../features/*/p.ts')`],
  ])('is kept for %s too', (_, text) => {
    expect(breaches({ ...others, 'server/src/platform/a.ts': text })[0]).toContain('platform never imports a feature')
  })

  test('does not stop a test from needing the whole house', () => {
    expect(breaches({ ...others, 'server/src/features/diary/a.test.ts': `import '../goals/g.ts'` })).toEqual([])
  })

  test('is not crossed by words in comments and strings', () => {
    const text = `// import '../features/people/p.ts'\nexport const text = "import '../features/people/p.ts'"`
    expect(breaches({ ...others, 'server/src/platform/a.ts': text })).toEqual([])
  })
})

describe('the graph', () => {
  test('reports an import of nothing', () => {
    expect(breaches({ 'web/src/a.ts': `import './gone.ts'` })).toEqual([
      'web/src/a.ts:1 imports ./gone.ts, which does not exist',
    ])
  })

  test('reports a cycle once, with its way round', () => {
    const found = breaches({
      'web/src/a.ts': `import './b.ts'`,
      'web/src/b.ts': `import './c.ts'`,
      'web/src/c.ts': `import './a.ts'`,
    })
    expect(found).toEqual([
      'web/src/a.ts:1 imports itself by way of web/src/b.ts → web/src/c.ts → web/src/a.ts: no cycles',
    ])
  })

  test('lets two files describe each other with types', () => {
    const found = breaches({
      'web/src/a.ts': `import type { B } from './b.ts'\nexport type A = B | 1`,
      'web/src/b.ts': `import { type A } from './a.ts'\nexport type B = A[]`,
    })
    expect(found).toEqual([])
  })

  test.each([
    ['export *', `export * from './b.ts'\nexport const more = 1`],
    ['nothing but re-exports', `export { value } from './b.ts'`],
  ])('reports a barrel: %s', (_, text) => {
    expect(breaches({ 'web/src/a.ts': text, 'web/src/b.ts': 'export const value = 1' })).toEqual([
      'web/src/a.ts:1 only hands on what others export: no barrels',
    ])
  })

  test('lets a package hand on from the door that its manifest names', () => {
    expect(
      breaches({
        'packages/channels/src/client/c.ts': `export { value } from './b.ts'`,
        'packages/channels/src/client/b.ts': 'export const value = 1',
      }),
    ).toEqual([])
  })
})

describe('an orphan', () => {
  const orphansOf = (sources) => findBreaches(buildGraph(sources))

  test('is product code that only its own test reaches', () => {
    const sources = {
      'server/src/main.ts': `import './used.ts'`,
      'server/src/used.ts': 'export const value = 1',
      'server/src/dead.ts': 'export const value = 1',
      'server/src/dead.test.ts': `import './dead.ts'`,
    }
    expect(orphansOf(sources)).toEqual(['server/src/dead.ts:1 is reached from nowhere but its tests: no orphans'])
  })

  test('is not what a page, a manifest, a configuration or a started process needs', () => {
    const sources = {
      'web/index.html': '<script type="module" src="/src/main.tsx"></script>',
      'web/src/main.tsx': 'export const value = 1',
      'packages/channels/package.json':
        '{ "name": "c", "exports": { "./server": "./src/s.ts" }, "scripts": { "x": "node tool.ts" } }',
      'packages/channels/src/s.ts': `import './t.ts'`,
      'packages/channels/src/t.ts': 'export const value = 1',
      'packages/channels/tool.ts': 'export const value = 1',
      'vitest.config.ts': `export default { globalSetup: ['server/test/stores.ts'] }`,
      'server/test/stores.ts': 'export default 1',
      'tools/up.mjs': `export const started = 'bench/peer.ts'`,
      'bench/peer.ts': 'export const value = 1',
      'bench/run.ts': 'export const start = (name) => `peers/$'.concat('{name}.ts`'),
      'tools/bench.mjs': `import '../bench/run.ts'`,
      'bench/peers/stock.ts': 'export const value = 1',
      'bench/peers/limit.ts': 'export const value = 1',
    }
    expect(orphansOf(sources)).toEqual([])
  })

  test('is not what only supports tests', () => {
    const sources = {
      'server/src/rule.reference.ts': 'export const rule = 1',
      'server/src/b.test.ts': `import './rule.reference.ts'`,
      'server/test/world.ts': 'export const world = 1',
      'server/src/a.test.ts': `import '../test/world.ts'`,
      'web/src/testing/stage.ts': `import 'vitest'`,
      'web/src/c.test.ts': `import './testing/stage.ts'`,
    }
    expect(orphansOf(sources)).toEqual([])
  })
})
