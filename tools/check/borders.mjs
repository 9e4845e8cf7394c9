import { findCycles } from './cycles.mjs'
import { findOrphans } from './orphans.mjs'

const foundation = ['people', 'organisations', 'access', 'audit', 'own']
const doors = ['npm:fastify', 'npm:socket.io', 'npm:bullmq', 'npm:ioredis']
const testTools = ['npm:vitest', 'npm:fast-check', 'npm:@testing-library/react', 'npm:jsdom']

const isTest = (path) => /\.(test|spec)\.(ts|tsx|mjs)$/.test(path)
const isOurs = (to) => !/^(npm|node|virtual|file):/.test(to)
const isTestSupport = (path) => /(^|\/)src\/testing\//.test(path)
const within = (folder) => (path) => path.startsWith(`${folder}/`)
const featureOf = (path) => path.match(/^server\/src\/features\/([^/]+)\//)?.[1]
/** Doors of their own: the page to read mail in development, and what anybody reads of tips. */
const pages = 'server/src/features/tips/pages'
const ownDoors = [
  'server/src/features/people/dev-mail.ts',
  ...['door.ts', 'feedback-routes.ts', 'pages.ts'].map((file) => `${pages}/${file}`),
]
/** Commands, queries, policies, jobs and listeners, under whatever verb. */
const isRule = (path) => featureOf(path) !== undefined && !ownDoors.includes(path)

const contract = within('packages/contract')
const channels = within('packages/channels')
const channelsDefine = within('packages/channels/src/define')
const channelsClient = within('packages/channels/src/client')
const channelsServer = within('packages/channels/src/server')
const ui = within('packages/ui')
const server = within('server')
const platform = within('server/src/platform')
const web = within('web')
const pwa = within('mobile-pwa')
const migrations = within('migrations')

/**
 * The borders of the house (ARCHITECTURE.md). `holds(to, from)` says whether a file of `of` may import `to`; a border with
 * `alsoTests` holds for tests as well, whose imports are otherwise free: a test may need the whole house.
 */
const borders = [
  {
    name: 'contract imports zod and channels/define only',
    of: contract,
    holds: (to) => contract(to) || channelsDefine(to) || to === 'npm:zod',
  },
  {
    name: 'channels knows no noun of the product',
    of: channels,
    holds: (to) => !isOurs(to) || channels(to),
  },
  {
    name: "channels' client never imports its server",
    of: (path) => channelsClient(path) || within('packages/channels/src/react')(path),
    holds: (to) => !channelsServer(to) && to !== 'npm:socket.io',
  },
  {
    name: "channels' define imports neither client nor server",
    of: channelsDefine,
    holds: (to) => !channels(to) || channelsDefine(to),
  },
  {
    name: 'ui knows neither contract, channels, server nor the apps',
    of: ui,
    alsoTests: true,
    holds: (to) => !isOurs(to) || ui(to),
  },
  {
    name: 'platform never imports a feature',
    of: platform,
    holds: (to) => !server(to) || platform(to),
  },
  {
    name: 'a feature imports only itself and the foundation before it',
    of: (path) => featureOf(path) !== undefined,
    holds: (to, from) => {
      if (!server(to) || platform(to)) return true
      const [mine, other] = [featureOf(from), featureOf(to)]
      if (other === undefined) return false
      const before = foundation.includes(mine) ? foundation.slice(0, foundation.indexOf(mine)) : foundation
      return other === mine || before.includes(other)
    },
  },
  {
    name: 'a feature knows no door',
    of: isRule,
    holds: (to) => !doors.includes(to) && !to.startsWith('npm:@fastify/'),
  },
  {
    name: 'the apps import neither each other nor the server',
    of: (path) => web(path) || pwa(path),
    alsoTests: true,
    holds: (to, from) =>
      !isOurs(to) || within(from.split('/')[0])(to) || contract(to) || ui(to) || (channels(to) && !channelsServer(to)),
  },
  {
    name: 'the server imports neither the apps nor ui',
    of: server,
    alsoTests: true,
    holds: (to) => !web(to) && !pwa(to) && !ui(to),
  },
  {
    name: 'migrations import nothing of ours',
    of: migrations,
    holds: (to) => !isOurs(to) || migrations(to),
  },
  {
    name: 'product code imports no test and no test tool',
    of: (path) => /^(server\/src|web\/src|mobile-pwa\/src|packages\/[^/]+\/src)\//.test(path) && !isTestSupport(path),
    holds: (to) => !isTest(to) && !isTestSupport(to) && !within('server/test')(to) && !testTools.includes(to),
  },
]

/** Every breach of a border in the graph, as sentences that begin with the place: `path:line`. */
export function findBreaches(graph) {
  const breaches = graph.missing.map(({ path, to, line }) => `${path}:${line} imports ${to}, which does not exist`)
  for (const [path, { imports, isBarrel }] of graph.files) {
    for (const { to, line } of imports) {
      for (const border of borders) {
        if (!border.of(path) || (isTest(path) && !border.alsoTests)) continue
        if (!border.holds(to, path)) breaches.push(`${path}:${line} imports ${to.replace(/^npm:/, '')}: ${border.name}`)
      }
    }
    if (isBarrel && !graph.entries.includes(path))
      breaches.push(`${path}:1 only hands on what others export: no barrels`)
  }
  for (const cycle of findCycles(graph))
    breaches.push(`${cycle[0]}:1 imports itself by way of ${cycle.slice(1).join(' → ')}: no cycles`)
  for (const path of findOrphans(graph)) breaches.push(`${path}:1 is reached from nowhere but its tests: no orphans`)
  return breaches
}
