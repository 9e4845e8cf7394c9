import { randomUUID } from 'node:crypto'
import { Email } from '@weft/contract/people/shapes.ts'
import { ProblemError, problemOf } from '@weft/contract/problem.ts'
import { codePoints, text } from '@weft/contract/scalars.ts'
import { FEEDBACK_MAX, FeedbackSubject, sendFeedback } from '@weft/contract/tips/feedback.ts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/v4/core'
import { asProblem } from '../../../platform/http.ts'
import type { Log } from '../../../platform/log.ts'
import { sendPeopleApp } from '../../../platform/static-apps.ts'
import { type Ask, dress, isSignedIn, languageOf, one, type Query, send } from './door.ts'
import { type FeedbackFields, feedbackPage, type Mistake, thanksPage } from './feedback-page.ts'
import { inLanguage } from './frame.ts'

/** Room for 2,000 characters of four bytes, each written as three, and the rest. */
const FORM_LIMIT = 32 * 1_024

/** `/feedback`: a form that needs no script, sets no cookie and leaves nothing on the device but what the browser itself keeps. */
export function feedbackRoutes(http: FastifyInstance, ask: Ask, log: Log): void {
  http.get<{ Querystring: Query }>('/feedback', async (request, reply) => {
    if (isSignedIn(request)) return sendPeopleApp(request, reply)
    const { query } = request
    const language = languageOf(query)
    if (query.sent === '1') return send(request, reply, thanksPage(language))
    const fields = {
      feedbackId: randomUUID(),
      subject: '',
      text: '',
      email: '',
      screen: cameFrom(request.headers.referer),
    }
    return dress(reply).header('cache-control', 'no-store').send(feedbackPage(language, fields))
  })

  http.post<{ Querystring: Query; Body: Query | undefined }>(
    '/feedback',
    { bodyLimit: FORM_LIMIT },
    async (request, reply) => {
      const language = languageOf(request.query)
      const fields = fieldsOf(request.body ?? {})
      const again = (mistakes: readonly Mistake[], status: number) =>
        dress(reply)
          .code(status)
          .header('cache-control', 'no-store')
          .send(feedbackPage(language, fields, mistakes))
      const mistakes = mistakesIn(fields)
      if (mistakes.length > 0) return again(mistakes, 422)
      const { feedbackId, subject, text, email, screen } = fields
      const said = {
        subject: subject as FeedbackSubject,
        text,
        language,
        ...(email && { email }),
        ...(screen && { screen }),
      }
      try {
        await ask(request, sendFeedback, { ...said, feedbackId }).catch((error) => {
          // Somebody went back to the form that they sent and wrote something else: that is another.
          if (!(error instanceof ProblemError) || error.code !== 'same-id-other-words') throw error
          return ask(request, sendFeedback, { ...said, feedbackId: randomUUID() })
        })
      } catch (error) {
        // Whatever was in the way, the words stand in the form again.
        const { code, extras } = asProblem(error, request, log)
        const { status, retryAfter } = problemOf(code, extras, request.id)
        if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
        return again([code === 'too-many' ? 'tooMany' : 'notSent'], status)
      }
      return reply.header('cache-control', 'no-store').redirect(inLanguage('/feedback?sent=1', language), 303)
    },
  )
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whatever a form held: a line end is one sign, and what was not typed by hand is put right. */
function fieldsOf(body: Query): FeedbackFields {
  const feedbackId = one(body.feedbackId)
  return {
    feedbackId: isUuid.test(feedbackId) ? feedbackId : randomUUID(),
    subject: one(body.subject),
    text: one(body.text).replaceAll('\r\n', '\n'),
    email: one(body.email).trim(),
    screen: publicScreens.find((screen) => screen === body.screen),
  }
}

function mistakesIn({ subject, text: words, email }: FeedbackFields): Mistake[] {
  const tooLong = codePoints(words) > FEEDBACK_MAX
  const found: (Mistake | false)[] = [
    !z.safeParse(FeedbackSubject, subject).success && 'subject',
    words.trim() === '' ? 'text' : tooLong ? 'tooLong' : !z.safeParse(text(FEEDBACK_MAX), words).success && 'strange',
    email !== '' && !z.safeParse(Email, email).success && 'email',
  ]
  return found.filter((mistake) => mistake !== false)
}

const publicScreens = ['/', '/tips', '/tips/:slug', '/about']

/** Which of the public pages led here, and nothing more of its address. */
function cameFrom(referer: string | undefined): string | undefined {
  const path = referer && URL.canParse(referer) ? new URL(referer).pathname : undefined
  return path?.startsWith('/tips/') ? '/tips/:slug' : publicScreens.find((screen) => screen === path)
}
