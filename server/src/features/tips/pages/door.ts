import { createHash } from 'node:crypto'
import type { InputOf, Operation, OutputOf } from '@weft/contract/operation.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Limiter } from '../../../platform/limits.ts'
import type { Runner } from '../../../platform/runner.ts'
import { type PageLanguage, pageLanguages } from './words.ts'

export type Query = Record<string, unknown>
export type Ask = <Op extends Operation>(
  request: FastifyRequest,
  operation: Op,
  raw: InputOf<Op>,
) => Promise<OutputOf<Op>>

/** Asks a public operation as nobody, whoever's browser it is. */
export function asNobody(runner: Runner, limiter: Limiter): Ask {
  return async <Op extends Operation>(request: FastifyRequest, operation: Op, raw: InputOf<Op>) => {
    const scope = { kind: 'nobody', requestId: request.id } as const
    await limiter.check(operation, { scope, address: request.ip, raw })
    return (await runner.run(operation, scope, raw)) as OutputOf<Op>
  }
}

/** By the cookie's presence alone: whose it is, and whether it still holds, the app asks itself. */
export const isSignedIn = (request: FastifyRequest) => request.cookies['__Host-weft_people'] !== undefined

export const one = (value: unknown): string => (typeof value === 'string' ? value : '')
export const languageOf = (query: Query): PageLanguage =>
  pageLanguages.find((language) => language === query.language) ?? 'en'

/** Asked again each time and answered in a word when nothing changed: what is taken down is gone at once. */
export function send(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  const tag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 24)}"`
  dress(reply).header('cache-control', 'no-cache').header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  return reply.send(page)
}

/** With `no-referrer` a browser sends no origin with a form, which then looks like another site's; no other site learns more. */
export const dress = (reply: FastifyReply): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('vary', 'Cookie').header('referrer-policy', 'same-origin')
