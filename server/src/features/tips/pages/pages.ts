import { type ProblemCode, ProblemError, problemOf, problems } from '@weft/contract/problem.ts'
import { getTip, listTips, rateTip, SEARCH_MAX } from '@weft/contract/tips/operations.ts'
import { fiveWays, Slug, topics } from '@weft/contract/tips/shapes.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/v4/core'
import type { Clock } from '../../../platform/clock.ts'
import { asProblem } from '../../../platform/http.ts'
import type { Limiter } from '../../../platform/limits.ts'
import type { Log } from '../../../platform/log.ts'
import type { Runner } from '../../../platform/runner.ts'
import { sendPeopleApp } from '../../../platform/static-apps.ts'
import { aboutPage } from './about-page.ts'
import { asNobody, dress, isSignedIn, languageOf, one, type Query, send } from './door.ts'
import { feedbackRoutes } from './feedback-routes.ts'
import { framed, inLanguage } from './frame.ts'
import { html } from './html.ts'
import { homePage, tipsPage } from './list-page.ts'
import { tipPage } from './tip-page.ts'
import { pageWords } from './words.ts'

interface PagesParts {
  runner: Runner
  limiter: Limiter
  clock: Clock
  log: Log
}

const DAY_MS = 86_400_000
const FORM_LIMIT = 1_024

/**
 * `/`, `/tips`, `/tips/:slug`, `/about` and `/feedback` for whoever has no session in this browser: HTML that stands without a script, sets no cookie and
 * knows nobody (ADR 20). Somebody signed in gets the app at the same addresses. They ask the same public operations as everybody, as nobody.
 */
export async function tipPages(http: FastifyInstance, { runner, limiter, clock, log }: PagesParts): Promise<void> {
  const ask = asNobody(runner, limiter)
  http.setErrorHandler((error, request, reply) => sendProblem(asProblem(error, request, log), request, reply))
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )

  http.get<{ Querystring: Query }>('/', async (request, reply) => {
    if (isSignedIn(request)) return sendPeopleApp(request, reply)
    const language = languageOf(request.query)
    const { tips } = await ask(request, listTips, { language })
    return send(request, reply, homePage(language, tips, Math.floor(clock.now().getTime() / DAY_MS)))
  })

  http.get<{ Querystring: Query }>('/tips', async (request, reply) => {
    if (isSignedIn(request)) return sendPeopleApp(request, reply)
    const { query } = request
    const asked = {
      language: languageOf(query),
      words: one(query.words).trim().slice(0, SEARCH_MAX),
      way: fiveWays.find((way) => way === query.way),
      topic: topics.find((topic) => topic === query.topic),
    }
    const { tips } = await ask(request, listTips, asked)
    return send(request, reply, tipsPage(asked, tips))
  })

  http.get<{ Params: { slug: string }; Querystring: Query }>('/tips/:slug', async (request, reply) => {
    if (isSignedIn(request)) return sendPeopleApp(request, reply)
    const tip = await ask(request, getTip, { slug: slugOf(request) })
    return send(request, reply, tipPage(tip, request.query.thanks === '1'))
  })

  http.post<{ Params: { slug: string }; Body: { helpful?: unknown } }>(
    '/tips/:slug/helpful',
    { bodyLimit: FORM_LIMIT },
    async (request, reply) => {
      const slug = slugOf(request)
      const said = request.body?.helpful
      if (said !== 'yes' && said !== 'no') throw new ProblemError('malformed')
      await ask(request, rateTip, { slug, isHelpful: said === 'yes' })
      return reply.header('cache-control', 'no-store').redirect(`/tips/${slug}?thanks=1#helpful`, 303)
    },
  )

  http.get<{ Querystring: Query }>('/about', async (request, reply) =>
    send(request, reply, aboutPage(languageOf(request.query))),
  )

  feedbackRoutes(http, ask, log)
}

/** An address that no tip can have is the same as one that no tip has. */
function slugOf(request: FastifyRequest<{ Params: { slug: string } }>): string {
  const parsed = z.safeParse(Slug, request.params.slug)
  if (!parsed.success) throw new ProblemError('not-found', {}, 'no_tip')
  return parsed.data
}

function sendProblem(error: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, title, detail, retryAfter } = problemOf(error.code, error.extras, request.id)
  const language = languageOf((request.query ?? {}) as Query)
  const words = pageWords[language]
  const isAbsent = (error.code satisfies ProblemCode) === 'not-found'
  const main = html`<div class="tip__body wf-prose"><h1>${isAbsent ? words.hiddenTitle : title}</h1>
<p>${isAbsent ? words.hidden : detail}</p>
<p><a class="wf-button" data-kind="secondary" href="${inLanguage('/', language)}">${words.home}</a></p></div>`
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  const page = framed({
    language,
    title: isAbsent ? words.hiddenTitle : problems[error.code][1],
    otherHref: inLanguage('/', language === 'en' ? 'cy' : 'en'),
    main,
    isUnlisted: true,
  })
  return dress(reply).code(status).header('cache-control', 'no-store').send(page)
}
