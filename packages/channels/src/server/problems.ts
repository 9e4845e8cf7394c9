import type { Problem } from '../define/event.ts'

const problem = (status: number, title: string, extra: Record<string, unknown> = {}): Problem => ({
  type: 'about:blank',
  title,
  status,
  ...extra,
})

export const problems = {
  malformed: () => problem(400, 'The message is not understood'),
  signedOut: () => problem(401, 'Please sign in again'),
  /** Absent and not yours are one answer. */
  notFound: () => problem(404, 'Not found'),
  invalid: (issues: { path: string; message: string }[]) => problem(422, 'Some of this cannot be accepted', { issues }),
  tooMany: (retryAfterMs: number) => problem(429, 'Too many at once', { retryAfter: Math.ceil(retryAfterMs / 1000) }),
  internal: () => problem(500, 'Something went wrong'),
  later: (retryAfterMs: number) =>
    problem(503, 'Please try again shortly', { retryAfter: Math.ceil(retryAfterMs / 1000) }),
}
