import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from './lib/root.mjs'

const read = (path) => readFileSync(join(root, path), 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true })
const services = Object.entries(compose.services)
const dockerfile = read('deploy/Dockerfile')

test('production has all its parts', () => {
  expect(Object.keys(compose.services).sort()).toEqual(
    ['mail', 'migrate', 'postgres', 'proxy', 'redis', 'server-1', 'server-2', 'worker'].sort(),
  )
})

describe.each(services)('%s', (name, service) => {
  test('runs as somebody small, on a root that it cannot write', () => {
    expect(service.user).toBeTruthy()
    expect(service.user).not.toMatch(/^(root|0)(:|$)/)
    expect(service.read_only).toBe(true)
    expect(service.cap_drop).toEqual(['ALL'])
    expect(service.security_opt).toEqual(['no-new-privileges:true'])
    expect(service.tmpfs?.length).toBeGreaterThan(0)
  })

  test('says whether it is well, unless it opens no port', () => {
    if (['migrate', 'worker'].includes(name)) expect(service.healthcheck).toEqual({ disable: true })
    else expect(service.healthcheck.test[0]).toBe('CMD')
  })

  test('waits only for what exists, and for being well rather than begun', () => {
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(compose.services)).toContain(other)
      expect(condition).toBe(other === 'migrate' ? 'service_completed_successfully' : 'service_healthy')
    }
  })

  test('has no secret written down, and each of its named places exists', () => {
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      if (/PASSWORD|SECRET|TOKEN|AUTH|_URL$/.test(key) && /:[^/@]+@|PASSWORD|SECRET/.test(value))
        expect(value).toContain('${')
    }
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':')
      if (source.startsWith('.')) expect(existsSync(join(root, source))).toBe(true)
      else expect(Object.keys(compose.volumes)).toContain(source)
    }
    for (const network of service.networks) expect(Object.keys(compose.networks)).toContain(network)
  })
})

test('only the proxy and the mail catcher can be reached from outside, the catcher from this machine only', () => {
  const open = services.filter(([, service]) => service.ports).map(([name]) => name)
  expect(open.sort()).toEqual(['mail', 'proxy'])
  expect(compose.services.mail.ports).toEqual(['127.0.0.1:8025:8025'])
  expect(compose.networks.inside.internal).toBe(true)
})

test('the product never has the password of the owner of the tables', () => {
  for (const name of ['server-1', 'server-2', 'worker']) {
    const { environment } = compose.services[name]
    expect(JSON.stringify(environment)).not.toContain('POSTGRES_PASSWORD')
    expect(environment.DATABASE_URL).toBeUndefined()
    expect(environment.DATABASE_APP_URL).toContain('weft_app')
  }
})

test('the example names every variable that must be set, and gives none a value', () => {
  const needed = new Set([...read('docker-compose.yml').matchAll(/\$\{(\w+):\?/g)].map((found) => found[1]))
  const example = read('.env.example')
  expect([...needed].sort()).toEqual(['DATABASE_APP_PASSWORD', 'POSTGRES_PASSWORD', 'REDIS_PASSWORD'])
  for (const name of needed) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'))
  for (const [, name] of read('docker-compose.yml').matchAll(/\$\{(\w+):-/g)) {
    if (name !== 'WEFT_VERSION') expect(example).toMatch(new RegExp(`^${name}=`, 'm'))
  }
})

test('compose gives the settings that the server reads: each of them, and no other', () => {
  const { environment } = compose.services['server-1']
  const settings = read('server/src/platform/config.ts').matchAll(/^ {2}([A-Z_]+): z/gm)
  const notForPeople = ['DEMO', 'WEFT_ALLOW_UNSAFE_POSTGRES']
  const known = [...settings].map(([, name]) => name).filter((name) => !notForPeople.includes(name))
  expect(Object.keys(environment).sort()).toEqual(known.sort())
})

test('operations.md has every setting', () => {
  const rows = read('docs/operations.md')
    .match(/^\| `[A-Z].*$/gm)
    .join('\n')
  for (const [, name] of read('server/src/platform/config.ts').matchAll(/^ {2}([A-Z_]+): z/gm))
    expect(rows).toContain(`\`${name}\``)
})

test('the image copies what exists, ends as `node`, and knows each workspace', () => {
  const [, last] = dockerfile.split(/^FROM node.*slim$/m).slice(-2)
  expect(last).toMatch(/^USER node$/m)
  for (const [, from, paths] of dockerfile.matchAll(/^COPY (--from=\S+ )?(.+)$/gm)) {
    if (from) continue
    for (const path of paths.split(' ').slice(0, -1)) {
      expect(existsSync(join(root, path.replace('*', '.base'))), path).toBe(true)
    }
  }
  const { workspaces } = JSON.parse(read('package.json'))
  expect(workspaces).toEqual(['packages/*', 'server', 'web', 'mobile-pwa'])
})

test('the proxy knows both servers and asks them how they are', () => {
  const caddy = read('deploy/proxy/Caddyfile')
  expect(caddy).toMatch(/reverse_proxy server-1:8080 server-2:8080/)
  expect(caddy).toContain('health_uri /readyz')
})
