import * as z from 'zod/mini'
import { codePoints, Id, Instant, LocalDate, LocalTime, text } from '../scalars.ts'

/** The capacity in which somebody acts; a session wears exactly one (domain.md 1). */
export const Hat = z.enum([
  'patient',
  'carer',
  'practitioner',
  'coordinator',
  'content_editor',
  'privacy_officer',
  'service_manager',
  'commissioner',
  'platform_admin',
])
export type Hat = z.infer<typeof Hat>

/** The people's app offers patient and carer hats only, the portal staff hats only. */
export const App = z.enum(['people', 'staff'])
export type App = z.infer<typeof App>

export const peopleHats: readonly Hat[] = ['patient', 'carer']
export const appOf = (hat: Hat): App => (peopleHats.includes(hat) ? 'people' : 'staff')

export const Email = z.pipe(
  z.string().check(z.trim(), z.maxLength(254), z.email()),
  z.transform((value: string) => value.toLowerCase()),
)
/** 10 to 100 characters, any characters; the commonest passwords are refused by the server. */
export const Password = z
  .string()
  .check(z.refine((value) => codePoints(value) >= 10 && codePoints(value) <= 100, { error: '10 to 100 characters' }))
/** Six digits, spaces allowed in. */
export const Code = z.pipe(
  z.string().check(z.regex(/^\s*\d(\s*\d){5}\s*$/, { error: 'six digits' })),
  z.transform((value: string) => value.replace(/\s/g, '')),
)

/** Who is signed in here, under which hat. */
export const Session = z.object({
  sessionId: Id,
  accountId: Id,
  app: App,
  hat: Hat,
  /** Hats this account may switch to in this app. */
  hats: z.array(Hat),
  /** The Person behind the patient and carer hats; absent under staff hats. */
  personId: z.optional(Id),
  /** The Staff row behind staff hats; absent in the people's app. */
  staffId: z.optional(Id),
  displayName: z.string(),
  /** Job title and organisation, staff hats only. */
  role: z.optional(z.string()),
  organisation: z.optional(z.string()),
  sharedDevice: z.boolean(),
  /** People's app: the account is being closed, and erased then. Nothing is shown but how to keep it. */
  closing: z.optional(z.object({ erasedAt: Instant })),
  /** After this instant the session ends whatever happens. */
  endsAt: Instant,
  /** Without use the session ends (people) or locks (staff) after this long. Seconds. */
  idleSeconds: z.number(),
  /**
   * Wraps the device's own key for cached rows and unsent words. The same at each sign-in of one account, so that words sealed at sign-out
   * open for their writer alone. Base64url, people's app only.
   */
  deviceSecret: z.optional(z.string()),
  /** This device had an app lock when it last said so, people's app only: one that finds none of it any more opens nothing (ADR 23). */
  hasLock: z.optional(z.boolean()),
})
export type Session = z.infer<typeof Session>

/** One line of “Devices signed in”. */
export const Device = z.object({
  sessionId: Id,
  app: App,
  label: z.string(),
  signedInAt: Instant,
  lastUsedAt: Instant,
  isThisOne: z.boolean(),
})
export type Device = z.infer<typeof Device>

export const Theme = z.enum(['device', 'light', 'dark'])

/** What an account set for itself. Saves at once, field by field. */
export const AccountSettings = z.object({
  theme: Theme,
  textSize: z.enum(['usual', 'large', 'largest']),
  messagePreviews: z.boolean(),
  /** “Let my team know I have opened messages.” */
  seenReceipts: z.boolean(),
  enterToSend: z.boolean(),
  leaveQuickly: z.boolean(),
  language: z.enum(['en', 'cy', 'fa']),
})
export type AccountSettings = z.infer<typeof AccountSettings>

export const AccountSettingsChange = z.strictObject({
  theme: z.optional(Theme),
  textSize: z.optional(z.enum(['usual', 'large', 'largest'])),
  messagePreviews: z.optional(z.boolean()),
  seenReceipts: z.optional(z.boolean()),
  enterToSend: z.optional(z.boolean()),
  leaveQuickly: z.optional(z.boolean()),
  language: z.optional(z.enum(['en', 'cy', 'fa'])),
})

/** The header of a person's page: only what the asker may see of who they are. */
export const PersonHeader = z.object({
  personId: Id,
  knownAs: z.string(),
  fullName: z.string(),
  pronouns: z.optional(z.string()),
  bornOn: z.optional(LocalDate),
  /** Ten digits, bare; shown 3-3-4. */
  nhsNumber: z.optional(z.string()),
  communicationNeeds: z.object({
    language: z.optional(z.string()),
    interpreter: z.boolean(),
    format: z.optional(z.string()),
    notes: z.optional(z.string()),
  }),
  /** “Do not text. Call 9am to midday.” in the person's own rules; absent when there are none. */
  safeContact: z.optional(z.string()),
  leadWorker: z.optional(z.string()),
  enrolments: z.array(
    z.object({ enrolmentId: Id, serviceId: Id, serviceName: z.string(), state: z.string(), startedOn: LocalDate }),
  ),
})
export type PersonHeader = z.infer<typeof PersonHeader>

/** On one line, and without signs that turn the words around it: a name stands beside others' words. */
export const CalledName = text(80).check(
  z.refine((value) => !/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(value), { error: 'not a name' }),
)

/**
 * How the person may be reached, in their own rules; it outranks every other rule (domain.md 11). Times are local, in their zone. What is
 * absent is no rule; `voicemailOk` absent: they did not say.
 */
export const SafeContactRules = z
  .strictObject({
    doNotText: z.optional(z.literal(true)),
    doNotPost: z.optional(z.literal(true)),
    voicemailOk: z.optional(z.boolean()),
    callFrom: z.optional(LocalTime),
    callUntil: z.optional(LocalTime),
    /** The name to ask for. */
    alias: z.optional(CalledName),
    language: z.optional(CalledName),
  })
  .check(
    z.refine(({ callFrom, callUntil }) => !callFrom || !callUntil || callFrom < callUntil, {
      error: 'ends before it begins',
      path: ['callUntil'],
    }),
  )
export type SafeContactRules = z.infer<typeof SafeContactRules>

/** That the rules were changed, when and from which device. Never what they said: whoever holds the phone could read it. */
export const SafeContactChange = z.object({ at: Instant, device: z.string() })
export type SafeContactChange = z.infer<typeof SafeContactChange>
