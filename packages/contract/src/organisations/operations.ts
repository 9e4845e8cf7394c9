import * as z from 'zod/mini'
import { defineOperation } from '../operation.ts'
import { Id, Instant, isCharacters, LocalDate, Nothing, whole } from '../scalars.ts'
import {
  CaseloadRow,
  Enrolment,
  ExitReason,
  Messaging,
  OpenIntervalChange,
  Service,
  TeamMember,
  TeamRole,
} from './shapes.ts'

/** Services whose team the asker is in now. */
export const listMyServices = defineOperation({
  name: 'service.listMine',
  method: 'GET',
  path: '/api/services/mine',
  summary: 'The services whose team I am in.',
  permission: 'staff',
  input: z.strictObject({}),
  output: z.object({ services: z.array(Service) }),
})

export const getService = defineOperation({
  name: 'service.get',
  method: 'GET',
  path: '/api/services/:serviceId',
  summary: 'One service with its hours.',
  permission: 'service.read',
  input: z.strictObject({ serviceId: Id }),
  output: Service,
})

/** Coordinators of that service. Answers 409 `conflict` when `version` is stale. Expected-reply times of later messages change. */
export const changeServiceHours = defineOperation({
  name: 'service.changeHours',
  method: 'PUT',
  path: '/api/services/:serviceId/hours',
  summary: 'Change opening hours, closures, reply target or whether people can write.',
  permission: 'service.manage',
  input: z.strictObject({
    serviceId: Id,
    hours: z.optional(z.array(OpenIntervalChange).check(z.maxLength(42))),
    closures: z.optional(z.array(LocalDate).check(z.maxLength(366))),
    replyTargetMinutes: z.optional(whole(1, 28_800)),
    messaging: z.optional(Messaging),
    version: z.optional(whole(0, 1e9)),
  }),
  output: Service,
  problems: ['conflict'],
})

export const listTeam = defineOperation({
  name: 'team.list',
  method: 'GET',
  path: '/api/services/:serviceId/team',
  summary: 'The current team of a service.',
  permission: 'service.read',
  input: z.strictObject({ serviceId: Id }),
  output: z.object({ members: z.array(TeamMember) }),
})

/** Coordinators of that service. Adds to every open conversation of the team, with a joiner line in each. */
export const addTeamMember = defineOperation({
  name: 'team.add',
  method: 'POST',
  path: '/api/services/:serviceId/team',
  summary: 'Add a colleague of the organisation to the team.',
  permission: 'service.manage',
  input: z.strictObject({ serviceId: Id, teamMemberId: Id, staffId: Id, role: TeamRole }),
  output: TeamMember,
  problems: ['id-taken', 'wrong-state'],
  status: 201,
})

/** Coordinators of that service. Tells every open conversation of the team. */
export const changeTeamRole = defineOperation({
  name: 'team.changeRole',
  method: 'PATCH',
  path: '/api/services/:serviceId/team/:teamMemberId',
  summary: 'Give somebody of the team another role.',
  permission: 'service.manage',
  input: z.strictObject({ serviceId: Id, teamMemberId: Id, role: TeamRole }),
  output: TeamMember,
  problems: ['wrong-state'],
})

/** Coordinators of that service. Nothing committed afterwards reaches the removed; their open threads close at once. */
export const removeTeamMember = defineOperation({
  name: 'team.remove',
  method: 'DELETE',
  path: '/api/services/:serviceId/team/:teamMemberId',
  summary: 'End somebody’s membership of the team.',
  permission: 'service.manage',
  input: z.strictObject({ serviceId: Id, teamMemberId: Id }),
  output: Nothing,
})

/** Coordinator of a team they are or were in, or the platform administrator. Ends memberships, claims, sessions and sockets. */
export const markStaffLeft = defineOperation({
  name: 'staff.markLeft',
  method: 'POST',
  path: '/api/staff/:staffId/left',
  summary: 'A colleague has left the organisation.',
  permission: 'staff.manage',
  input: z.strictObject({ staffId: Id }),
  output: Nothing,
})

/** The enrolments of the person behind this session. */
export const listMyEnrolments = defineOperation({
  name: 'enrolment.listMine',
  method: 'GET',
  path: '/api/me/enrolments',
  summary: 'The services I am with.',
  permission: 'self',
  input: z.strictObject({}),
  output: z.object({ enrolments: z.array(Enrolment) }),
})

/**
 * Team: invites a person whom the organisation has on record, by a code handed over; single use, 7 days, dead after 5 wrong tries.
 * Asked again with the same `enrolmentId` it answers a new code, and the earlier one is dead.
 */
export const inviteToService = defineOperation({
  name: 'enrolment.invite',
  method: 'POST',
  path: '/api/services/:serviceId/invitations',
  summary: 'Invite a person to join this service with a code.',
  permission: 'enrolment.manage',
  input: z.strictObject({ serviceId: Id, enrolmentId: Id, personId: Id }),
  output: z.object({ enrolment: Enrolment, code: z.string(), expiresAt: Instant }),
  problems: ['id-taken', 'wrong-state'],
  status: 201,
})

/**
 * The person: spends an invite with their date of birth; a record that the service held becomes one with their own. The refusal is the
 * same for a wrong code, a wrong date, a used code, somebody too young and a record that is not theirs to join.
 */
export const acceptInvite = defineOperation({
  name: 'enrolment.accept',
  method: 'POST',
  path: '/api/me/enrolments',
  summary: 'Join a service with an invite code and my date of birth.',
  permission: 'self',
  input: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(40)), bornOn: LocalDate }),
  output: Enrolment,
  problems: ['code-not-right'],
  status: 201,
})

/**
 * Starts the 14-day grace, which is over at the same local time of day, or ends today when `today` (person only). The person themselves shows
 * first that it is them. Effects: domain.md 2.
 */
export const endEnrolment = defineOperation({
  name: 'enrolment.end',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/end',
  summary: 'Leave a service, or end somebody’s time with it.',
  permission: 'enrolment.end',
  input: z.strictObject({
    enrolmentId: Id,
    reason: ExitReason,
    today: z.optional(z.boolean()),
    version: z.optional(whole(0, 1e9)),
  }),
  output: Enrolment,
  problems: ['wrong-state', 'conflict', 'prove-again'],
})

/** Back within the grace. Whoever asked to part takes it back: the other side never asked. */
export const resumeEnrolment = defineOperation({
  name: 'enrolment.resume',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/resume',
  summary: 'Stay after all, within the grace.',
  permission: 'enrolment.end',
  input: z.strictObject({ enrolmentId: Id }),
  output: Enrolment,
  problems: ['wrong-state'],
})

/** Team: the people of my teams, newest activity first, former people last, 200 a page; constant query count. `text` is any part of a name. */
export const listCaseload = defineOperation({
  name: 'caseload.list',
  method: 'GET',
  path: '/api/caseload',
  summary: 'The people my teams are with.',
  permission: 'staff',
  input: z.strictObject({
    after: z.optional(z.string().check(z.maxLength(200))),
    limit: z.optional(whole(1, 200)),
    text: z.optional(z.string().check(z.maxLength(80), z.refine(isCharacters))),
  }),
  output: z.object({ rows: z.array(CaseloadRow), total: z.number(), next: z.optional(z.string()) }),
})
