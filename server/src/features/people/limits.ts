import type { LimitRule } from '../../platform/limits.ts'

const DAY_MINUTES = 24 * 60

/**
 * Limits that hold in this process whatever happens to the stores (quality.md 4), by operation name; `*` for all others.
 *
 * Wrong passwords have a stricter, growing delay of their own in `sign-in-delay.ts`: five a minute an address of e-mail, twenty a
 * network address. These here also count what succeeds, and a whole practice may sit behind one network address. The network comes
 * first: whoever floods from one must not use up what the owner of an e-mail address, or of an invitation, has.
 */
export const limits: Record<string, readonly LimitRule[]> = {
  '*': [{ by: 'account', burst: 100, perMinute: 300 }],
  'session.open': [
    { by: 'address', burst: 60, perMinute: 60 },
    { by: { field: 'email' }, burst: 20, perMinute: 5 },
  ],
  'session.openWithCode': [
    { by: 'address', burst: 60, perMinute: 60 },
    { by: { field: 'email' }, burst: 10, perMinute: 10 },
  ],
  'session.prove': [{ by: 'account', burst: 5, perMinute: 5 }],
  // A file of everything is heavy to read: one is brought back once or twice, and again when it went wrong.
  'import.bring': [{ by: 'account', burst: 3, perMinute: 6 / DAY_MINUTES }],
  'password.completeReset': [
    { by: 'address', burst: 30, perMinute: 20 },
    { by: { field: 'email' }, burst: 10, perMinute: 10 },
  ],
  'signUp.prove': [
    { by: 'address', burst: 30, perMinute: 30 },
    { by: { field: 'signUpId' }, burst: 10, perMinute: 10 },
  ],
  'signUp.complete': [{ by: 'address', burst: 20, perMinute: 10 }],
  // An invitation's code has five tries of its own; this keeps anybody from trying one invitation after another.
  'enrolment.accept': [
    { by: 'address', burst: 30, perMinute: 10 },
    { by: 'account', burst: 5, perMinute: 5 / DAY_MINUTES },
  ],
  'enrolment.invite': [{ by: 'account', burst: 10, perMinute: 10 / DAY_MINUTES }],
  // A search gives away a little with each letter; the plain list is the screen's own.
  'caseload.list': [
    { by: 'account', burst: 100, perMinute: 300 },
    { by: 'account', onlyWith: 'text', burst: 30, perMinute: 30 },
  ],
  'message.send': [{ by: 'account', onceBy: 'messageId', burst: 20, perMinute: 60 }],
  'message.correct': [{ by: 'account', onceBy: 'messageId', burst: 20, perMinute: 60 }],
  'session.sendCode': [
    { by: 'address', burst: 20, perMinute: 10 },
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
  ],
  'password.startReset': [
    { by: 'address', burst: 20, perMinute: 10 },
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
  ],
  'signUp.start': [
    { by: 'address', burst: 20, perMinute: 10 },
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
  ],
  // Without an account there is nobody to count by: a network is heard a few times, and then seldom.
  'tip.rate': [{ by: 'address', burst: 10, perMinute: 2 }],
  'feedback.send': [{ by: 'address', onceBy: 'feedbackId', burst: 10, perMinute: 0.5 }],
  'tip.list': [{ by: 'address', burst: 60, perMinute: 120 }],
  'tip.get': [{ by: 'address', burst: 120, perMinute: 300 }],
  'signUp.resend': [{ by: 'address', burst: 20, perMinute: 10 }],
}
