import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Nothing } from '../scalars.ts'
import {
  App,
  CalledName,
  Code,
  Device,
  Email,
  Password,
  PersonHeader,
  SafeContactChange,
  SafeContactRules,
  Session,
} from './shapes.ts'

export { changeSettings, getSession, getSettings, noteAppLock, signOut, switchHat } from './session.ts'

/** Step 1. The same answer and the same time whether or not the address has an account; the e-mail tells the difference. */
export const startSignUp = defineOperation({
  name: 'signUp.start',
  method: 'POST',
  path: '/api/sign-up',
  summary: 'Start an account: sends a code to the address.',
  permission: 'public',
  input: z.strictObject({
    signUpId: Id,
    email: Email,
    calledName: z.optional(CalledName),
    isPrivateAddress: z.optional(z.boolean()),
  }),
  output: Nothing,
  status: 202,
})

/** Sends the code again, at the earliest 30 seconds after the last; five an hour per address. */
export const resendSignUpCode = defineOperation({
  name: 'signUp.resend',
  method: 'POST',
  path: '/api/sign-up/:signUpId/code',
  summary: 'Send the sign-up code again.',
  permission: 'public',
  input: z.strictObject({ signUpId: Id }),
  output: Nothing,
  status: 202,
})

/** Step 2. Five wrong tries kill the code. On success this device may finish (a cookie holds that right). */
export const proveSignUp = defineOperation({
  name: 'signUp.prove',
  method: 'POST',
  path: '/api/sign-up/:signUpId/prove',
  summary: 'Prove the address with the code that was sent.',
  permission: 'public',
  input: z.strictObject({ signUpId: Id, code: Code }),
  output: Nothing,
  problems: ['code-not-right'],
})

/** Step 3. Makes the account with its patient hat and signs this device in. */
export const completeSignUp = defineOperation({
  name: 'signUp.complete',
  method: 'POST',
  path: '/api/sign-up/:signUpId/complete',
  summary: 'Choose a password, agree, and make the account.',
  permission: 'public',
  input: z.strictObject({
    signUpId: Id,
    password: Password,
    calledName: z.optional(CalledName),
    isThirteenOrOver: z.literal(true),
    agreesToTerms: z.literal(true),
    hasReadPrivacy: z.literal(true),
    mayBeAskedAboutStudies: z.optional(z.boolean()),
    sharedDevice: z.optional(z.boolean()),
  }),
  output: Session,
  problems: ['code-not-right'],
  status: 201,
})

/** Unknown address and wrong password are one answer in one time. Growing delay after five in a minute, never a lock. */
export const signIn = defineOperation({
  name: 'session.open',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in with an address and a password.',
  permission: 'public',
  input: z.strictObject({
    email: Email,
    password: z.string().check(z.maxLength(200)),
    app: App,
    sharedDevice: z.optional(z.boolean()),
  }),
  output: Session,
  problems: ['details-do-not-match'],
})

/** “Send me a code”: always the same answer. */
export const sendSignInCode = defineOperation({
  name: 'session.sendCode',
  method: 'POST',
  path: '/api/sign-in/code',
  summary: 'Send a sign-in code, if there is such an account.',
  permission: 'public',
  input: z.strictObject({ email: Email, app: App }),
  output: Nothing,
  status: 202,
})

export const signInWithCode = defineOperation({
  name: 'session.openWithCode',
  method: 'POST',
  path: '/api/sign-in/code/spend',
  summary: 'Sign in with a code that was sent.',
  permission: 'public',
  input: z.strictObject({ email: Email, code: Code, app: App, sharedDevice: z.optional(z.boolean()) }),
  output: Session,
  problems: ['code-not-right'],
})

export const signOutEverywhere = defineOperation({
  name: 'session.closeAll',
  method: 'POST',
  path: '/api/sign-out-everywhere',
  summary: 'Sign out on every device.',
  permission: 'self',
  input: z.strictObject({}),
  output: Nothing,
})

/** Always the same answer; the code goes to the address if it has an account. */
export const startReset = defineOperation({
  name: 'password.startReset',
  method: 'POST',
  path: '/api/reset',
  summary: 'Ask for a code to set a new password.',
  permission: 'public',
  input: z.strictObject({ email: Email, app: App }),
  output: Nothing,
  status: 202,
})

/** Ends every session of the account, then signs nobody in. */
export const completeReset = defineOperation({
  name: 'password.completeReset',
  method: 'POST',
  path: '/api/reset/complete',
  summary: 'Set a new password with the code.',
  permission: 'public',
  input: z.strictObject({ email: Email, app: App, code: Code, password: Password }),
  output: Nothing,
  problems: ['code-not-right'],
})

/** Whoever holds this device shows that it is theirs, before something grave. Wrong ones are counted as those of a sign-in are. */
export const proveAgain = defineOperation({
  name: 'session.prove',
  method: 'POST',
  path: '/api/me/prove',
  summary: 'Give my password again.',
  permission: 'self',
  input: z.strictObject({ password: z.string().check(z.maxLength(200)) }),
  output: Nothing,
  problems: ['details-do-not-match'],
})

export const listDevices = defineOperation({
  name: 'device.list',
  method: 'GET',
  path: '/api/me/devices',
  summary: 'Devices signed in to my account.',
  permission: 'self',
  input: z.strictObject({}),
  output: z.object({ devices: z.array(Device) }),
})

/** Ends one of my own sessions elsewhere: its sockets close at once and its phone wipes its copy. */
export const endDevice = defineOperation({
  name: 'device.end',
  method: 'DELETE',
  path: '/api/me/devices/:sessionId',
  summary: 'Sign another device out.',
  permission: 'self',
  input: z.strictObject({ sessionId: Id }),
  output: Nothing,
})

/** In the patient hat alone: a carer may know none of this, and change less. */
export const getSafeContact = defineOperation({
  name: 'safeContact.get',
  method: 'GET',
  path: '/api/me/safe-contact',
  summary: 'My own rules for being contacted safely.',
  permission: 'self',
  input: z.strictObject({}),
  output: SafeContactRules,
})

/** All of them at once: what is left out is no rule any more. Their team sees them at the top of their page. */
export const changeSafeContact = defineOperation({
  name: 'safeContact.change',
  method: 'PUT',
  path: '/api/me/safe-contact',
  summary: 'Set my own rules for being contacted safely.',
  permission: 'self',
  input: SafeContactRules,
  output: SafeContactRules,
})

/** The newest 50 first; in the patient hat alone, as the rules are. */
export const listSafeContactChanges = defineOperation({
  name: 'safeContact.history',
  method: 'GET',
  path: '/api/me/safe-contact/changes',
  summary: 'When my rules for being contacted safely were changed, and from which device.',
  permission: 'self',
  input: z.strictObject({}),
  output: z.object({ changes: z.array(SafeContactChange) }),
})

/** Staff: the header of a person's page. */
export const getPersonHeader = defineOperation({
  name: 'person.get',
  method: 'GET',
  path: '/api/people/:personId',
  summary: 'Who this person is, as far as you may see.',
  permission: 'person.read',
  input: z.strictObject({ personId: Id }),
  output: PersonHeader,
  problems: ['reason-needed'],
})
