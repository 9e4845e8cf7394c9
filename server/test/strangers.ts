import { randomUUID } from 'node:crypto'
import { listFlags } from '@weft/contract/conversations/flags.ts'
import { inviteToService } from '@weft/contract/organisations/operations.ts'
import type { Hat } from '@weft/contract/people/shapes.ts'
import { answerQuestions, askQuestions, setMeasure } from '@weft/contract/questionnaires/operations.ts'
import { addCopy } from '@weft/contract/records/operations.ts'
import { startSharing, stopSharing } from '@weft/contract/sharing/operations.ts'
import { sendFeedback } from '@weft/contract/tips/feedback.ts'
import { logMood } from '@weft/contract/trackers/operations.ts'
import type { Name } from './cast.ts'
import { say } from './talk.ts'
import { addTip } from './tips.ts'
import type { World } from './world.ts'

/** What belongs to Kofi and his team, by name; strangers ask for it. */
export interface Things {
  conversationId: string
  messageId: string
  /** In Meera's thread, which Sam is in as well. */
  otherMessageId: string
  sessionId: string
  /** Of a notice to Kofi. */
  noticeId: string
  code: string
  /** Questions that Sam reads the answers to, and the flag that one of them opened. */
  assignmentId: string
  flagId: string
  /** Of a draft on the editors' desk. */
  contentId: string
  /** What somebody said of Weft; on the same desk. */
  feedbackId: string
  /** What Sam keeps of a mood that Kofi shared with the team, and shares no more. */
  copyId: string
  /** Words of Kofi's that no stranger may ever be sent. */
  secrets: string[]
}

export async function arrangeThings(world: World): Promise<Things> {
  const { cast } = world
  const [kofi, meera, sam] = await Promise.all([world.as('kofi'), world.as('meera'), world.as('sam')])
  const body = `a secret ${randomUUID()}`
  const { messageId } = await say(kofi, cast.conversations.kofi, body)
  const other = await say(meera, cast.conversations.meera, 'hello')
  const record = randomUUID()
  await world.sql(`insert into person (id, known_as, born_on, controller_id) values ($1, 'R', '1990-01-01', $2)`, [
    record,
    cast.orgs.trust,
  ])
  const { code } = await sam.call(inviteToService, {
    serviceId: cast.services.wellbeing,
    enrolmentId: randomUUID(),
    personId: record,
  })
  const [notice] = await world.sql(
    `insert into notice (person_id, account_id, hat, kind, thing_id, effect_key, at, due_at)
     values ($1, $2, 'patient', 'message', $3, 'a stranger’s', $4, $4) returning id`,
    [cast.people.kofi.personId, cast.people.kofi.accountId, cast.conversations.kofi, world.clock.now()],
  )
  const assignmentId = await askKofi(world)
  await kofi.call(answerQuestions, {
    personId: kofi.scope.personId,
    changeId: randomUUID(),
    assignmentId,
    answers: { self_harm_thoughts: 1 },
  })
  const [flag] = (await sam.call(listFlags, {})).flags
  const contentId = await addTip(world, { draft: true, slug: DRAFT_SLUG })
  const feedbackId = randomUUID()
  await kofi.call(sendFeedback, { feedbackId, subject: 'other', text: `${body} of Weft`, language: 'en' })
  return {
    contentId,
    feedbackId,
    copyId: await copyOfAMood(world),
    conversationId: cast.conversations.kofi,
    messageId,
    assignmentId,
    flagId: flag?.flagId as string,
    otherMessageId: other.messageId,
    sessionId: kofi.scope.sessionId,
    noticeId: notice.id,
    code,
    secrets: [body, 'Mensah', cast.people.kofi.personId as string, cast.people.kofi.accountId, cast.enrolments.kofi],
  }
}

async function copyOfAMood(world: World): Promise<string> {
  const [kofi, sam] = await Promise.all([world.as('kofi'), world.as('sam')])
  const about = { personId: kofi.scope.personId as string, serviceId: world.cast.services.wellbeing }
  const act = { ...about, scope: 'mood' }
  const day = world.clock.now().toISOString().slice(0, 10)
  const { serviceId: _, ...own } = about
  await kofi.call(startSharing, { ...act, changeId: randomUUID(), shareId: randomUUID(), from: 'now' })
  const mood = { moodId: randomUUID(), forDate: day, recordedAt: world.clock.now().toISOString(), face: 2 }
  await kofi.call(logMood, { ...own, ...mood, changeId: randomUUID() })
  const copyId = randomUUID()
  await sam.call(addCopy, { ...about, copyId, scopes: ['mood'], from: day, to: day })
  await kofi.call(stopSharing, { ...act, changeId: randomUUID() })
  return copyId
}

/** PHQ-9, switched on for Kofi's team with Sam to read it, and asked of him. Answers the set's id. */
export async function askKofi(
  world: World,
  more: { measure?: 'phq9' | 'gad7'; repeatWeeks?: number } = {},
): Promise<string> {
  const { cast } = world
  const [nia, sam] = await Promise.all([world.as('nia'), world.as('sam')])
  const measure = more.measure ?? 'phq9'
  const serviceId = cast.services.wellbeing
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' }))
  await nia.call(setMeasure, { serviceId, measure, isOn: true, responderStaffId: sam.scope.staffId, hours })
  const assignmentId = randomUUID()
  await sam.call(askQuestions, {
    personId: cast.people.kofi.personId,
    serviceId,
    assignmentId,
    measure,
    dueOn: '2026-04-20',
    ...(more.repeatWeeks && { repeatWeeks: more.repeatWeeks }),
  })
  return assignmentId
}

/** A file that holds nothing. */
const lists = ['goals', 'sleep', 'problems', 'moods', 'moments', 'diary', 'coping', 'reminders']
const emptyFile = { format: 'weft', version: 1, ...Object.fromEntries(lists.map((name) => [name, []])) }

export type Stranger = [name: Name, hat?: Hat]

/**
 * How an operation is asked by those whom it does not concern.
 *
 * `refused`: somebody else's thing, named rightly; each stranger gets exactly what they get for a thing that does not exist.
 * `own`: it names nothing and answers with the asker's own; no stranger's answer holds a word of Kofi's.
 * `public`: it asks for no session; a known and an unknown address get the same bytes.
 */
export type Case =
  | {
      kind: 'refused'
      real(world: World, things: Things): Record<string, unknown>
      absent?: Record<string, unknown>
      strangers: readonly Stranger[]
    }
  | { kind: 'own'; input?: Record<string, unknown>; strangers: readonly Stranger[] }
  | { kind: 'public'; known: Record<string, unknown>; unknown: Record<string, unknown> }

const notInTheThread: readonly Stranger[] = [
  ['gary'],
  ['denise'],
  ['raj', 'carer'],
  ['priya', 'coordinator'],
  ['priya', 'practitioner'],
  ['helen'],
  ['admin'],
]
const notInTheTeam: readonly Stranger[] = [['kofi'], ['gary'], ['raj', 'carer'], ['priya', 'coordinator'], ['helen']]
const notTheCoordinator: readonly Stranger[] = [...notInTheTeam, ['sam'], ['admin']]
const everybodyElse: readonly Stranger[] = [...notInTheThread, ['meera'], ['raj', 'patient']]

const ofThread = (more: (things: Things) => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: (_, things) => ({ conversationId: things.conversationId, ...more(things) }),
  strangers: notInTheThread,
})
const ofService = (
  strangers: readonly Stranger[],
  more: (world: World) => Record<string, unknown> = () => ({}),
): Case => ({
  kind: 'refused',
  real: (world) => ({ serviceId: world.cast.services.wellbeing, ...more(world) }),
  strangers,
})
/** What only its owner reads or changes: a command of the own feed, with valid words. */
const ofOwner = (input: () => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: ({ cast }) => ({ personId: cast.people.kofi.personId, ...input() }),
  strangers: [...everybodyElse, ['sam'], ['nia']],
})
const ownAct = (words: () => Record<string, unknown>): Case => ofOwner(() => ({ changeId: randomUUID(), ...words() }))
const ownShare = (more: () => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: ({ cast }) => ({
    personId: cast.people.kofi.personId,
    serviceId: cast.services.wellbeing,
    scope: 'sleep',
    changeId: randomUUID(),
    ...more(),
  }),
  strangers: [...everybodyElse, ['sam'], ['nia']],
})
const ofGoal = (more: Record<string, unknown> = {}): Case =>
  ownAct(() => ({ goalId: randomUUID(), at: '2026-04-15T09:20:00.000Z', ...more }))
const ofStep = (more: Record<string, unknown> = {}): Case => ofGoal({ stepId: randomUUID(), ...more })
const ofSuggestion: Case = ownAct(() => ({ suggestionId: randomUUID(), at: '2026-04-15T09:20:00.000Z' }))
const ofEntry = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ entryId: randomUUID(), ...more }))
const ofCoping = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ copingId: randomUUID(), ...more }))
const ofTeamAbout = (more: () => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: ({ cast }) => ({ personId: cast.people.kofi.personId, serviceId: cast.services.wellbeing, ...more() }),
  strangers: [...everybodyElse, ['kofi']],
})
/** What the team keeps about Kofi: nothing that even he asks for by this road. */
const ofKofisTeam = (more: () => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: ({ cast }) => ({ personId: cast.people.kofi.personId, serviceId: cast.services.wellbeing, ...more() }),
  strangers: [...notInTheThread, ['kofi']],
})
const logged = '2026-04-15T09:20:00.000Z'
const ofNight = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ forDate: '2026-04-15', ...more }))
const ofProblem = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ problemId: randomUUID(), ...more }))
const ofMood = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ moodId: randomUUID(), ...more }))
const ofMoment = (more: Record<string, unknown> = {}): Case => ownAct(() => ({ momentId: randomUUID(), ...more }))
const own = (input: Record<string, unknown> = {}): Case => ({ kind: 'own', input, strangers: everybodyElse })

const ofNotice: Case = {
  kind: 'refused',
  real: (_, { noticeId }) => ({ noticeId }),
  strangers: [...everybodyElse, ['sam']],
}
const ninePm = { about: 'sleep', times: ['21:00'], days: [1], zone: 'Europe/London' }

/** The editors' desk: nobody of the cast is an editor. */
const ofDesk = (more: (things: Things) => Record<string, unknown> = () => ({})): Case => ({
  kind: 'refused',
  real: (_, things) => more(things),
  strangers: [...everybodyElse, ['kofi'], ['sam'], ['nia']],
})
const ofContent = (more: Record<string, unknown> = {}): Case => ofDesk(({ contentId }) => ({ contentId, ...more }))
const ofFeedback = (more: Record<string, unknown> = {}): Case => ofDesk(({ feedbackId }) => ({ feedbackId, ...more }))
const said = { subject: 'other', text: 'Hello', language: 'en' }
const DRAFT_SLUG = 'still-being-written'
const ofTip = (more: Record<string, unknown> = {}): Case => ({
  kind: 'public',
  known: { slug: DRAFT_SLUG, ...more },
  unknown: { slug: 'nowhere-at-all-here', ...more },
})
const tipWords = {
  slug: 'a-slug',
  title: 'A title',
  summary: 'A sentence.',
  body: 'Words.',
  fiveWays: [],
  topics: [],
  ageBand: 'everyone',
  language: 'en',
  sources: [],
  authorLine: 'Editors',
  reviewBy: '2026-10-01',
}

const known = 'kofi@demo.example'
const unknown = 'nobody@demo.example'
const ofAddress = (more: Record<string, unknown>): Case => ({
  kind: 'public',
  known: { email: known, ...more },
  unknown: { email: unknown, ...more },
})
const ofSignUp = (more: Record<string, unknown> = {}): Case => ({
  kind: 'public',
  known: { signUpId: '019d8e39-1980-7cb7-b9af-c94a9cc3aa21', ...more },
  unknown: { signUpId: randomUUID(), ...more },
})

/** One for every operation there is; an operation without one fails the build. */
export const cases: Record<string, Case> = {
  'conversation.get': ofThread(),
  'message.list': ofThread(() => ({ before: 100 })),
  'message.send': ofThread(() => ({ messageId: randomUUID(), body: 'hello' })),
  'message.edit': ofThread(({ messageId }) => ({ messageId, body: 'other words' })),
  'message.correct': ofThread(({ messageId }) => ({
    correctsId: messageId,
    messageId: randomUUID(),
    body: 'other words',
  })),
  'message.withdraw': ofThread(({ messageId }) => ({ messageId })),
  'message.hide': ofThread(({ messageId }) => ({ messageId, hidden: true })),
  'conversation.read': ofThread(() => ({ through: 1 })),
  'conversation.whoCanSee': ofThread(),
  'conversation.desk': { ...ofThread(), strangers: [...notInTheThread, ['kofi']] } as Case,
  'conversation.list': {
    kind: 'refused',
    real: ({ cast }) => ({ accountId: cast.people.kofi.accountId, hat: 'patient' }),
    strangers: [...everybodyElse, ['sam'], ['nia']],
  },
  'flag.list': own(),
  'flag.acknowledge': {
    ...ofThread(({ flagId }) => ({ flagId })),
    strangers: [...notInTheThread, ['kofi']],
  } as Case,
  'flag.close': {
    ...ofThread(({ flagId }) => ({ flagId, outcome: 'spoke' })),
    strangers: [...notInTheThread, ['kofi']],
  } as Case,
  'inbox.list': ofService([...notInTheTeam, ['admin']]),

  'service.listMine': own(),
  'service.get': ofService(notInTheTeam),
  'team.list': ofService(notInTheTeam),
  'service.changeHours': ofService(notTheCoordinator, () => ({ replyTargetMinutes: 5 })),
  'team.add': ofService(notTheCoordinator, ({ cast }) => ({
    teamMemberId: randomUUID(),
    staffId: cast.people.helen.staffId,
    role: 'member',
  })),
  'team.changeRole': ofService(notTheCoordinator, ({ cast }) => ({ teamMemberId: cast.teams.sam, role: 'duty' })),
  'team.remove': ofService(notTheCoordinator, ({ cast }) => ({ teamMemberId: cast.teams.sam })),
  'staff.markLeft': {
    kind: 'refused',
    real: ({ cast }) => ({ staffId: cast.people.sam.staffId }),
    strangers: [...notInTheTeam, ['sam']],
  },
  'caseload.list': own({ text: 'Kofi' }),

  'person.get': {
    kind: 'refused',
    real: ({ cast }) => ({ personId: cast.people.kofi.personId }),
    strangers: notInTheThread,
  },
  'enrolment.listMine': own(),
  'enrolment.invite': {
    kind: 'refused',
    real: ({ cast }) => ({
      serviceId: cast.services.wellbeing,
      enrolmentId: randomUUID(),
      personId: cast.people.kofi.personId,
    }),
    strangers: [...notInTheTeam, ['admin']],
  },
  'enrolment.accept': {
    kind: 'refused',
    real: (_, { code }) => ({ code, bornOn: '1971-01-01' }),
    absent: { code: 'ZZZZZ-000000', bornOn: '1971-01-01' },
    strangers: [['gary'], ['denise'], ['raj', 'carer'], ['sam']],
  },
  'enrolment.end': {
    kind: 'refused',
    real: ({ cast }) => ({ enrolmentId: cast.enrolments.kofi, reason: 'finished' }),
    strangers: notInTheThread,
  },
  'enrolment.resume': {
    kind: 'refused',
    real: ({ cast }) => ({ enrolmentId: cast.enrolments.kofi }),
    strangers: notInTheThread,
  },
  'reading.sayWhy': {
    kind: 'refused',
    real: ({ cast }) => ({
      personId: cast.people.kofi.personId,
      serviceId: cast.services.wellbeing,
      reasonId: randomUUID(),
      reason: 'complaint',
    }),
    strangers: [...everybodyElse, ['kofi'], ['sam'], ['nia']],
  },
  'accessLog.list': own(),

  'questions.answer': {
    kind: 'refused',
    real: ({ cast }, { assignmentId }) => ({
      personId: cast.people.kofi.personId,
      assignmentId,
      changeId: randomUUID(),
      answers: {},
    }),
    strangers: [...everybodyElse, ['sam'], ['nia']],
  },
  'questions.ask': ofKofisTeam(() => ({ assignmentId: randomUUID(), measure: 'gad7', dueOn: '2026-05-01' })),
  'questions.list': ofKofisTeam(),
  'questions.readAnswers': {
    kind: 'refused',
    real: (_, { assignmentId }) => ({ assignmentId }),
    strangers: [...notInTheThread, ['kofi'], ['nia']],
  },
  'measure.list': ofService(notInTheTeam),
  'measure.set': ofService(notTheCoordinator, () => ({ measure: 'gad7', isOn: false })),

  'own.get': ofOwner(),
  'choices.change': ownAct(() => ({ helpWith: ['mood'] })),

  'goal.add': ofGoal({ words: 'a goal', type: 'other' }),
  'goal.change': ofGoal({ words: 'other words', was: { words: 'a goal' } }),
  'goal.star': ofGoal({ important: true }),
  'goal.start': ofGoal(),
  'goal.pause': ofGoal(),
  'goal.resume': ofGoal(),
  'goal.achieve': ofGoal({ achievedOn: '2026-04-15' }),
  'goal.reopen': ofGoal(),
  'goal.letGo': ofGoal(),
  'goal.delete': ofGoal(),
  'goal.restore': ofGoal(),
  'goal.rate': ofGoal({ ratingId: randomUUID(), value: 5, forDate: '2026-04-15' }),
  'goal.stopRating': ofGoal(),
  'step.add': ofStep({ text: 'a step' }),
  'step.change': ofStep({ text: 'other words', was: { text: 'a step' } }),
  'step.tick': ofStep(),
  'step.untick': ofStep(),
  'step.move': ofStep(),
  'step.remove': ofStep(),
  'step.restore': ofStep(),
  'suggestion.accept': ofSuggestion,
  'suggestion.decline': ofSuggestion,
  'goal.history': ofOwner(() => ({ goalId: randomUUID() })),
  'goal.listShared': ofTeamAbout(),
  'step.tickTogether': ofTeamAbout(() => ({ goalId: randomUUID(), stepId: randomUUID(), isPersonPresent: true })),
  'goal.rateTogether': ofTeamAbout(() => ({
    goalId: randomUUID(),
    ratingId: randomUUID(),
    value: 5,
    isPersonPresent: true,
  })),
  'suggestedStep.offer': ofTeamAbout(() => ({ goalId: randomUUID(), suggestionId: randomUUID(), text: 'a step' })),
  'goalComment.write': ofTeamAbout(() => ({ goalId: randomUUID(), commentId: randomUUID(), text: 'a comment' })),
  'goalComment.withdraw': ofTeamAbout(() => ({ goalId: randomUUID(), commentId: randomUUID() })),
  'goalComment.see': ofGoal({ commentId: randomUUID() }),
  'suggestedStep.accept': ofGoal({ suggestionId: randomUUID() }),
  'suggestedStep.decline': ofGoal({ suggestionId: randomUUID() }),
  'suggestedGoal.list': ofTeamAbout(),
  'suggestedGoal.offer': ofTeamAbout(() => ({ suggestionId: randomUUID(), words: 'a goal', type: 'other' })),
  'sleep.log': ofNight({ recordedAt: logged, minutesSlept: 360 }),
  'sleep.logFull': ofNight({ recordedAt: logged, diary: { quality: 3 } }),
  'sleep.remove': ofNight(),
  'sleep.restore': ofNight(),
  'problem.add': ofProblem({ words: 'a problem' }),
  'problem.rename': ofProblem({ words: 'other words', baseVersion: 1 }),
  'problem.pause': ofProblem(),
  'problem.retire': ofProblem(),
  'problem.resume': ofProblem(),
  'problem.rate': ofProblem({ forDate: '2026-04-15', recordedAt: logged, value: 5 }),
  'problem.unrate': ofProblem({ forDate: '2026-04-15' }),
  'problem.restoreRating': ofProblem({ forDate: '2026-04-15' }),
  'mood.log': ofMood({ forDate: '2026-04-15', recordedAt: logged, face: 3 }),
  'mood.remove': ofMood(),
  'mood.restore': ofMood(),
  'moment.mark': ofMoment({ words: 'a moment', onDate: '2026-04-15' }),
  'moment.remove': ofMoment(),
  'moment.restore': ofMoment(),
  'trackers.list': ofOwner(() => ({ from: '2026-04-01', to: '2026-04-15' })),
  'trackers.history': ofOwner(() => ({ forDate: '2026-04-15' })),
  'trackers.listShared': ofTeamAbout(() => ({ from: '2026-04-01', to: '2026-04-15' })),
  'share.list': ofOwner(),
  'share.start': ownShare(() => ({ shareId: randomUUID(), from: 'now' })),
  'share.stop': ownShare(),
  'share.keep': ownShare(),
  'share.answerAsk': ownAct(() => ({ askId: randomUUID(), shareId: randomUUID(), isYes: true, from: 'now' })),
  'share.ask': ofKofisTeam(() => ({ askId: randomUUID(), scope: 'sleep' })),
  'share.listAsks': ofKofisTeam(),
  'shared.get': {
    kind: 'refused',
    real: ({ cast }) => ({ personId: cast.people.kofi.personId, serviceId: cast.services.wellbeing }),
    strangers: [...everybodyElse, ['kofi']],
  },

  'copy.add': ofTeamAbout(() => ({ copyId: randomUUID(), scopes: ['sleep'], from: '2026-04-01', to: '2026-04-15' })),
  'copy.list': ofTeamAbout(),
  'copy.get': {
    kind: 'refused',
    real: (_, { copyId }) => ({ copyId }),
    strangers: everybodyElse,
  },

  'notices.get': own(),
  'notices.change': own({ isQuiet: false }),
  'push.keep': own({
    endpoint: 'https://127.0.0.1/internal',
    p256dh: 'A'.repeat(87),
    auth: 'A'.repeat(22),
    pushKey: 'A'.repeat(87),
  }),
  'push.drop': own(),
  'push.test': own(),
  'unread.get': own(),
  'notice.open': ofNotice,
  'notice.receive': ofNotice,
  'reminder.add': ownAct(() => ({ reminderId: randomUUID(), ...ninePm })),
  'reminder.change': ownAct(() => ({ reminderId: randomUUID(), ...ninePm })),
  'reminder.stop': ownAct(() => ({ reminderId: randomUUID() })),
  'reminder.snooze': ownAct(() => ({ reminderId: randomUUID(), until: '2026-04-15T10:20:00.000Z' })),
  'reminder.settle': ownAct(() => ({ reminderId: randomUUID(), through: '2026-04-15T09:20:00.000Z' })),

  'diary.write': ofEntry({ text: 'a line', writtenAt: '2026-04-15T09:20:00.000Z' }),
  'diary.edit': ofEntry({ text: 'another line', baseVersion: 1 }),
  'diary.pin': ofEntry({ isPinned: true }),
  'diary.delete': ofEntry(),
  'diary.restore': ofEntry(),
  'diary.get': ofOwner(() => ({ entryId: randomUUID() })),
  'diary.list': ofOwner(() => ({ beforeWrittenAt: '2026-04-15T09:20:00.000Z', beforeEntryId: randomUUID() })),
  'diary.history': ofOwner(() => ({ entryId: randomUUID() })),
  'diary.listShared': ofTeamAbout(),

  'coping.add': ofCoping({ words: 'a walk' }),
  'coping.change': ofCoping({ words: 'a long walk', baseVersion: 1 }),
  'coping.tap': ofCoping({ tapId: randomUUID(), kind: 'used' }),
  'coping.untap': ofCoping({ tapId: randomUUID() }),
  'coping.pin': ofCoping({ isPinned: true }),
  'coping.delete': ofCoping(),
  'coping.restore': ofCoping(),
  'safetyPlan.save': ownAct(() => ({ parts: { signs: [{ text: 'I stop eating' }] }, baseVersion: 0 })),
  'safetyPlan.delete': ownAct(() => ({})),
  'safetyPlan.restore': ownAct(() => ({})),
  'safetyPlan.versions': ofOwner(),
  'aboutMe.save': ownAct(() => ({ texts: { hobbies: 'fishing' }, baseVersion: 0 })),
  'aboutMe.delete': ownAct(() => ({})),
  'aboutMe.restore': ownAct(() => ({})),
  'aboutMe.accept': ownAct(() => ({ proposalId: randomUUID() })),
  'aboutMe.decline': ownAct(() => ({ proposalId: randomUUID() })),
  'aboutMe.versions': ofOwner(),
  'aboutMe.propose': ofTeamAbout(() => ({ proposalId: randomUUID(), key: 'hobbies', text: 'fishing' })),
  'plan.getShared': ofTeamAbout(),
  'carePlan.list': { ...ofTeamAbout(), strangers: everybodyElse } as Case,

  'session.get': own(),
  'session.switchHat': own({ hat: 'commissioner' }),
  'session.noteLock': own({ isOn: true }),
  'device.list': own(),
  'device.end': {
    kind: 'refused',
    real: (_, { sessionId }) => ({ sessionId }),
    strangers: [...everybodyElse, ['sam']],
  },
  'settings.get': own(),
  'settings.change': own({ theme: 'dark' }),
  'session.prove': own({ password: 'a guess that is wrong' }),
  'account.get': own(),
  'account.close': own({ word: 'close' }),
  'account.keep': own(),
  'export.ask': ofOwner(() => ({ exportId: randomUUID() })),
  'export.open': ofOwner(() => ({ exportId: randomUUID() })),
  'import.bring': ofOwner(() => ({ file: emptyFile })),
  'safeContact.get': own(),
  'safeContact.history': own(),
  'safeContact.change': own({ doNotPost: true }),
  'session.close': own(),
  'session.closeAll': own(),

  'signUp.start': {
    kind: 'public',
    known: { email: known, signUpId: '019d8e39-1980-7cb7-b9af-c94a9cc3aa22' },
    unknown: { email: unknown, signUpId: '019d8e39-1980-7cb7-b9af-c94a9cc3aa23' },
  },
  'signUp.resend': ofSignUp(),
  'signUp.prove': ofSignUp({ code: '123456' }),
  'signUp.complete': ofSignUp({
    password: 'a long enough one',
    isThirteenOrOver: true,
    agreesToTerms: true,
    hasReadPrivacy: true,
  }),
  'session.open': ofAddress({ password: 'not the password', app: 'people' }),
  'session.sendCode': ofAddress({ app: 'people' }),
  'session.openWithCode': ofAddress({ code: '123456', app: 'people' }),
  'password.startReset': ofAddress({ app: 'people' }),
  'password.completeReset': ofAddress({ code: '123456', app: 'people', password: 'a long enough one' }),

  'tip.list': { kind: 'public', known: { words: 'Mensah' }, unknown: { words: 'Nobody' } },
  'tip.get': ofTip(),
  'tip.rate': ofTip({ isHelpful: true }),
  'tip.save': ownAct(() => ({ contentId: randomUUID() })),
  'tip.unsave': ownAct(() => ({ contentId: randomUUID() })),
  'tip.chooseTopics': ownAct(() => ({ topics: ['sleep'] })),
  'content.list': ofDesk(),
  'content.get': ofContent(),
  'content.draft': ofDesk(() => ({ contentId: randomUUID(), kind: 'tip', ...tipWords })),
  'content.edit': ofContent({ baseVersion: 1, ...tipWords }),
  'content.review': ofContent({ baseVersion: 1 }),
  'content.publish': ofContent({ baseVersion: 1 }),
  'content.retire': ofContent({ baseVersion: 1 }),

  'feedback.send': {
    kind: 'public',
    known: { ...said, feedbackId: '4dd1e0c2-0a52-4d7c-9a0f-7a5e5a0f5d01', email: known },
    unknown: { ...said, feedbackId: '4dd1e0c2-0a52-4d7c-9a0f-7a5e5a0f5d02', email: unknown },
  },
  'feedback.list': ofDesk(),
  'feedback.answer': ofFeedback({ words: 'Thank you' }),
  'feedback.close': ofFeedback(),
}
