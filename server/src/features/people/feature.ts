import type { Feature } from '../../platform/feature.ts'
import { listen } from '../../platform/feature.ts'
import { deliverMail } from './deliver-mail.ts'
import { endSessions } from './end-sessions.ts'
import { expireSessions } from './expire-sessions.ts'
import type {} from './facts.ts'
import { issueCodes } from './issue-codes.ts'
import * as safeContact from './my-safe-contact.ts'
import * as mine from './my-sessions.ts'
import { header } from './person-header.ts'
import { again } from './prove-again.ts'
import { prune } from './prune.ts'
import * as reset from './reset-password.ts'
import * as settings from './settings.ts'
import * as signIn from './sign-in.ts'
import * as signUp from './sign-up.ts'
import { subject } from './subject.ts'
import type {} from './tables.ts'

export const feature: Feature = {
  name: 'people',
  tables: [
    'person',
    'account',
    'account_hat',
    'account_address',
    'session',
    'sign_up',
    'one_time_code',
    'mail',
    'attempt',
    'safe_contact_change',
  ],
  operations: [
    signUp.start,
    signUp.resend,
    signUp.prove,
    signUp.complete,
    signIn.withPassword,
    signIn.sendCode,
    signIn.withCode,
    mine.leave,
    mine.leaveEverywhere,
    reset.start,
    reset.complete,
    mine.get,
    mine.changeHat,
    mine.noteLock,
    mine.devices,
    mine.endOne,
    again,
    settings.get,
    settings.change,
    safeContact.get,
    safeContact.change,
    safeContact.history,
    header,
  ],
  jobs: [issueCodes, deliverMail, expireSessions, prune],
  listeners: [
    // Only at work: what somebody does for themselves in the people's app is not their employer's to end.
    listen('staff.left', 'within', async (ctx, { accountId }) => {
      await endSessions(ctx, { accountId, app: 'staff' })
    }),
  ],
  subject,
}
