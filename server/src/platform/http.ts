import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { Operation } from '@weft/contract/operation.ts'
import type { App } from '@weft/contract/people/shapes.ts'
import { ProblemError, problemOf } from '@weft/contract/problem.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Fastify from 'fastify'
import { addressReader, type ReadAddress } from './address-values.ts'
import type { Config } from './config.ts'
import { deviceLabel } from './device.ts'
import type { Door } from './feature.ts'
import type { Limiter } from './limits.ts'
import type { Log } from './log.ts'
import { errorFields } from './log.ts'
import type { Runner } from './runner.ts'
import type { AccountScope, Scope } from './scope.ts'

/** Finds the session behind a cookie; the people feature's, given at the start. Nobody when absent, ended or expired. */
export type Authenticate = (
  app: App,
  cookies: Record<string, string | undefined>,
  requestId: string,
) => Promise<AccountScope | undefined>

export interface HttpParts {
  config: Config
  log: Log
  runner: Runner
  authenticate: Authenticate
  limiter: Limiter
}

const BODY_LIMIT = 64 * 1024

/** The HTTP door: headers, origin, session, limits, parse, call, shape. It holds no rule. */
export async function createHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { config, log } = parts
  const http = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 15_000,
    connectionTimeout: 20_000,
    trustProxy: (_address: string, hop: number) => hop < config.trustedProxies,
    genReqId: () => randomUUID(),
    // While draining, what has come is answered; /readyz says that no more should.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) =>
      answerProblem(asProblem(error, request, log), request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseBadRequest,
    routerOptions: { maxParamLength: 200 },
  })
  http.server.headersTimeout = 10_000
  await http.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", ...config.origins.map((origin) => origin.replace(/^http/, 'ws'))],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        workerSrc: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.mode === 'production',
  })
  await http.register(cookie)

  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    // By its route: `/%61pi/me` is `/api/me` as well.
    const isApi = [request.routeOptions.url, request.url].some((path) => path?.startsWith('/api/'))
    if (isApi) reply.header('cache-control', 'no-store')
    if (!isSafe(request.method) && !isOwnOrigin(request.headers.origin, config.origins))
      throw new ProblemError('wrong-origin')
  })
  http.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        route: request.routeOptions.url ?? 'none',
        method: request.method,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'Answered',
    )
  })
  http.setErrorHandler((error, request, reply) => answerProblem(asProblem(error, request, log), request, reply))
  http.setNotFoundHandler((request, reply) =>
    answerProblem(new ProblemError('not-found', {}, 'no_route'), request, reply),
  )

  for (const handler of parts.runner.handlers.values()) addRoute(http, handler.operation, parts)
  return http
}

/** Whoever was let in before their request was read. */
const admitted = new WeakMap<FastifyRequest, Scope>()

/** A body bigger than usual is read for nobody who is not signed in, and no more often than its limits let it. */
async function admitUnread(
  operation: Operation,
  request: FastifyRequest,
  parts: HttpParts,
  read: ReadAddress,
): Promise<Scope> {
  const scope = await scopeOf(request, parts)
  if (operation.permission !== 'public' && scope.kind !== 'account') throw new ProblemError('not-signed-in')
  await parts.limiter.check(operation, { scope, address: request.ip, raw: rawInput(request, read) })
  return scope
}

function addRoute(http: FastifyInstance, operation: Operation, parts: HttpParts): void {
  const read = addressReader(operation)
  http.route({
    method: operation.method,
    url: operation.path,
    config: { operation: operation.name },
    bodyLimit: operation.maxBytes ?? BODY_LIMIT,
    ...(operation.maxBytes !== undefined && {
      onRequest: async (request: FastifyRequest) =>
        void admitted.set(request, await admitUnread(operation, request, parts, read)),
    }),
    handler: async (request, reply) => {
      const scope = admitted.get(request) ?? (await scopeOf(request, parts))
      const raw = rawInput(request, read)
      if (!admitted.has(request)) await parts.limiter.check(operation, { scope, address: request.ip, raw })
      const door = httpDoor(request)
      const value = await parts.runner.run(operation, scope, raw, door)
      door.apply(reply)
      return reply.code(operation.status ?? 200).send(value)
    },
  })
}

/** Path, query and body in one flat object; a key that stands in two of them is refused. */
function rawInput(request: FastifyRequest, read: ReadAddress): Record<string, unknown> {
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) throw new ProblemError('malformed')
  // Without a prototype, `__proto__` is a key like any other, and refused like any other.
  const raw: Record<string, unknown> = Object.create(null)
  const address = [request.params, request.query] as Record<string, unknown>[]
  for (const part of [...address.map(read), body as Record<string, unknown>]) {
    for (const [key, value] of Object.entries(part)) {
      if (Object.hasOwn(raw, key))
        throw new ProblemError('malformed', { fields: [{ path: key.slice(0, 60), message: 'given twice' }] })
      raw[key] = value
    }
  }
  return raw
}

/**
 * An address of the API that is opened as a page is asked as nobody: whoever holds a phone behind its app lock has the cookie, and must not read
 * past the lock by typing. The apps fetch, and never open one.
 */
async function scopeOf(request: FastifyRequest, parts: HttpParts): Promise<Scope> {
  if (request.headers['sec-fetch-mode'] === 'navigate') return { kind: 'nobody', requestId: request.id }
  const scope = await parts.authenticate(appOfRequest(request), request.cookies, request.id)
  return scope ?? { kind: 'nobody', requestId: request.id }
}

/** Each app says which of the two sessions it speaks under; the people's app need not. */
export function appOfRequest(request: { headers: Record<string, string | string[] | undefined> }): App {
  return request.headers['weft-app'] === 'staff' ? 'staff' : 'people'
}

function httpDoor(request: FastifyRequest): Door & { apply(reply: FastifyReply): void } {
  const changes: ((reply: FastifyReply) => void)[] = []
  const options = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' as const }
  return {
    kind: 'http',
    address: request.ip,
    device: deviceLabel(request.headers['user-agent']),
    cookie: (name) => request.cookies[`__Host-${name}`],
    setCookie: (name, value, maxAge) =>
      void changes.push((reply) => reply.setCookie(`__Host-${name}`, value, { ...options, maxAge })),
    clearCookie: (name) =>
      void changes.push((reply) => reply.setCookie(`__Host-${name}`, '', { ...options, maxAge: 0 })),
    apply: (reply) => {
      for (const change of changes) change(reply)
    },
  }
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

/**
 * A browser always sends `Origin` with a change; programs may leave it out, and then hold no cookie that a browser would add.
 * SameSite=Strict cookies are the first fence, this is the second.
 */
export function isOwnOrigin(origin: string | undefined, origins: readonly string[]): boolean {
  return origin === undefined || origins.includes(origin)
}

/** Shapes whatever was thrown; the unforeseen is a bare 500 with its request id, and its message stays inside. */
export function asProblem(error: unknown, request: { id: string; url?: string }, log: Log): ProblemError {
  if (error instanceof ProblemError) return error
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('too-big')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return new ProblemError('malformed')
  if (statusCode === 408) return new ProblemError('too-slow')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new ProblemError('malformed')
  log.error({ requestId: request.id, error: errorFields(error) }, 'Unforeseen')
  return new ProblemError('unforeseen')
}

/** What is not even HTTP, or comes too slowly, is answered like everything else, and the line is closed. */
function refuseBadRequest(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const code =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? 'too-slow'
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? 'too-big'
        : 'malformed'
  const problem = problemOf(code)
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function answerProblem(error: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error.code, error.extras, request.id)
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter))
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}
