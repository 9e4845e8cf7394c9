import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { ProblemError } from '@weft/contract/problem.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from './config.ts'

const root = join(import.meta.dirname, '../../..')
const apps = [
  { prefix: '/staff/', dist: join(root, 'web/dist') },
  { prefix: '/', dist: join(root, 'mobile-pwa/dist') },
]

/**
 * One origin by default: the people's app at `/`, the staff portal at `/staff/`. Files with a hash in their name are kept for a year,
 * everything else is asked for again. A path without a file is the app's own route and gets its index page.
 * With `STAFF_URL` on another host, that host serves the portal alone and the other never does.
 */
export async function addStaticApps(http: FastifyInstance, config: Config): Promise<void> {
  const staffHost = config.staffUrl ? new URL(config.staffUrl).host : undefined
  if (staffHost) {
    http.addHook('onRequest', async (request, reply) => {
      // By its route: an address may be spelt in more than one way.
      const route = request.routeOptions.url ?? request.url
      const isStaffPath = /^\/(staff|admin)(\/|$|\?)/.test(route)
      const isShared = /^\/(api|healthz|readyz|metrics)(\/|$|\?)/.test(route)
      if (!isShared && isStaffPath !== (request.host === staffHost)) return reply.callNotFound()
    })
  }
  for (const { prefix, dist } of apps) {
    if (!existsSync(dist)) continue
    await http.register(fastifyStatic, {
      root: dist,
      prefix,
      decorateReply: prefix === '/',
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.header(
          'cache-control',
          /-[\w-]{8,}\.\w+(\.(br|gz))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  http.get('/staff', (_request, reply) => reply.redirect('/staff/', 308))
  http.get('/staff/*', (request, reply) => sendIndex(request, reply, join(root, 'web/dist')))
  http.get('/help', (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .sendFile('help.html', join(root, 'mobile-pwa/dist')),
  )
  http.get('/*', (request, reply) => {
    if (/^\/api(\/|\?|$)/.test(request.url)) throw new ProblemError('not-found', {}, 'no_route')
    return sendPeopleApp(request, reply)
  })
}

/** The people's app, at whatever address of its own: some are a public page for whoever has no session here (ADR 20). */
export const sendPeopleApp = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendIndex(request, reply.header('vary', 'Cookie'), join(root, 'mobile-pwa/dist'))

/** The app's index page for its own routes. A file that is not there, of an older build perhaps, is not one of them. */
function sendIndex(request: FastifyRequest, reply: FastifyReply, dist: string): FastifyReply {
  const [pathname] = request.url.split('?', 1)
  if (/\.\w+$/.test(pathname as string)) throw new ProblemError('not-found', {}, 'no_file')
  if (!existsSync(join(dist, 'index.html'))) throw new ProblemError('not-found', {}, 'not_built')
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').sendFile('index.html', dist)
}
