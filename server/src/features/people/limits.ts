import type { LimitRule } from '../../platform/limits.ts'

const DAY_MINUTES = 24 * 60

/**
 * Limits that hold in this process whatever happens to the stores (quality.md 4), by operation name; `*` for all others.
 *
 * Wrong passwords have a stricter, growing delay of their own in `sign-in-delay.ts`: five a minute an address of e-mail, twenty a
 * network address. These here also count what succeeds, and a whole practice may sit behind one network address.
 */
export const limits: Record<string, readonly LimitRule[]> = {
  '*': [{ by: 'account', burst: 100, perMinute: 300 }],
  'session.open': [
    { by: { field: 'email' }, burst: 20, perMinute: 5 },
    { by: 'address', burst: 60, perMinute: 60 },
  ],
  'session.openWithCode': [
    { by: { field: 'email' }, burst: 10, perMinute: 10 },
    { by: 'address', burst: 60, perMinute: 60 },
  ],
  'password.completeReset': [
    { by: { field: 'email' }, burst: 10, perMinute: 10 },
    { by: 'address', burst: 30, perMinute: 20 },
  ],
  'signUp.prove': [
    { by: { field: 'signUpId' }, burst: 10, perMinute: 10 },
    { by: 'address', burst: 30, perMinute: 30 },
  ],
  'signUp.complete': [{ by: 'address', burst: 20, perMinute: 10 }],
  // An invitation's code has five tries of its own; this keeps anybody from trying one invitation after another.
  'enrolment.accept': [
    { by: 'account', burst: 10, perMinute: 1 },
    { by: 'address', burst: 30, perMinute: 10 },
  ],
  'enrolment.invite': [{ by: 'account', burst: 10, perMinute: 10 / DAY_MINUTES }],
  'message.send': [{ by: 'account', burst: 20, perMinute: 60 }],
  'session.sendCode': [
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
    { by: 'address', burst: 20, perMinute: 10 },
  ],
  'password.startReset': [
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
    { by: 'address', burst: 20, perMinute: 10 },
  ],
  'signUp.start': [
    { by: { field: 'email' }, burst: 5, perMinute: 1 },
    { by: 'address', burst: 20, perMinute: 10 },
  ],
  'signUp.resend': [{ by: 'address', burst: 20, perMinute: 10 }],
}
