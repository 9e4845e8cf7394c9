import * as z from 'zod/mini'
import { Id, Instant, LocalDate, LocalTime, Zone } from '../scalars.ts'

export const Nation = z.enum(['england', 'wales', 'scotland', 'northern_ireland'])
export type Nation = z.infer<typeof Nation>
export const SensitiveKind = z.enum([
  'none',
  'sexual_health',
  'domestic_abuse',
  'substance_use',
  'mental_health',
  'exploitation',
  'hiv',
])
export const Messaging = z.enum(['two_way', 'announce_only'])
export const ServiceState = z.enum(['setting_up', 'open', 'closing', 'closed'])

/** One half-open interval [open, close) of a weekday, 1 = Monday … 7 = Sunday, in the service's zone. */
export const OpenInterval = z.object({
  weekday: z.number().check(z.int(), z.gte(1), z.lte(7)),
  open: LocalTime,
  close: LocalTime,
})
export type OpenInterval = z.infer<typeof OpenInterval>

/** As somebody sets one. */
export const OpenIntervalChange = z.strictObject(OpenInterval.shape)

/** When a service is open and how fast it means to answer. Open time is domain.md 4.4's. */
export const ServiceHours = z.object({
  hours: z.array(OpenInterval),
  /** Listed closures beyond the nation's bank holidays. */
  closures: z.array(LocalDate),
  nation: Nation,
  zone: Zone,
  /** Minutes of open time. */
  replyTargetMinutes: z.number().check(z.int(), z.gte(1), z.lte(28_800)),
})
export type ServiceHours = z.infer<typeof ServiceHours>

export const Service = z.object({
  serviceId: Id,
  organisationId: Id,
  organisationName: z.string(),
  name: z.string(),
  plainName: z.string(),
  sensitiveKind: SensitiveKind,
  messaging: Messaging,
  phone: z.string(),
  state: ServiceState,
  hours: ServiceHours,
  version: z.number(),
})
export type Service = z.infer<typeof Service>

export const TeamRole = z.enum(['member', 'duty', 'coordinator', 'responder'])
export const TeamMember = z.object({
  teamMemberId: Id,
  staffId: Id,
  name: z.string(),
  jobTitle: z.string(),
  organisation: z.string(),
  role: TeamRole,
  from: Instant,
  to: z.optional(Instant),
})
export type TeamMember = z.infer<typeof TeamMember>

/** domain.md 2: invited→active→ending→ended→archived. */
export const EnrolmentState = z.enum(['invited', 'active', 'ending', 'ended', 'archived'])
export const ExitReason = z.enum([
  'finished',
  'moved',
  'declined',
  'not_suitable',
  'no_contact',
  'transferred',
  'died',
  'service_closed',
])
export const Enrolment = z.object({
  enrolmentId: Id,
  personId: Id,
  serviceId: Id,
  serviceName: z.string(),
  state: EnrolmentState,
  startedOn: z.optional(LocalDate),
  /** While `ending`: when the grace is over. */
  endsAt: z.optional(Instant),
  exitAskedBy: z.optional(z.enum(['person', 'service'])),
  leadWorkerId: z.optional(Id),
  version: z.number(),
})
export type Enrolment = z.infer<typeof Enrolment>

/** One row of the caseload (experience.md W3): people the asker's teams are with now; to coordinators also those they were with. */
export const CaseloadRow = z.object({
  personId: Id,
  name: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  enrolmentState: EnrolmentState,
  isMine: z.boolean(),
  leadWorker: z.optional(z.string()),
  lastActivityAt: z.optional(Instant),
  /** Of former people: when their time with the service ended. Then nothing but the name comes with it. */
  endedAt: z.optional(Instant),
  unread: z.number(),
  carers: z.array(z.object({ carerLinkId: Id, name: z.string(), relationship: z.string() })),
})
export type CaseloadRow = z.infer<typeof CaseloadRow>
