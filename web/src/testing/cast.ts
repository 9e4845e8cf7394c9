import type { ConversationRow, ConversationState, Member, Message } from '@weft/contract/conversations/shapes.ts'
import type { CaseloadRow, Service } from '@weft/contract/organisations/shapes.ts'
import type { Session } from '@weft/contract/people/shapes.ts'

/** Ids are checked by the channels' schemas, so they are real ones; the last figures say whose. */
export const id = (number: number) => `019d85c8-0000-7000-8000-${String(number).padStart(12, '0')}`

export const samId = id(1)
export const niaId = id(2)
export const kofiId = id(3)
export const serviceId = id(10)
export const conversationId = id(20)
export const noteId = id(21)

export const sam: Session = {
  sessionId: id(30),
  accountId: samId,
  app: 'staff',
  hat: 'practitioner',
  hats: ['practitioner'],
  staffId: id(31),
  displayName: 'Sam Okafor',
  role: 'community psychiatric nurse',
  organisation: 'Whitlow Trust (demo)',
  sharedDevice: false,
  endsAt: '2099-01-01T00:00:00.000Z',
  idleSeconds: 900,
}
export const nia: Session = {
  ...sam,
  sessionId: id(32),
  accountId: niaId,
  hat: 'coordinator',
  hats: ['coordinator'],
  displayName: 'Nia Hughes',
}

const member = (accountId: string, name: string, more: Partial<Member> = {}): Member => ({
  accountId,
  hat: 'practitioner',
  name,
  role: 'nurse',
  organisation: 'Whitlow Trust (demo)',
  isTeam: true,
  ...more,
})
export const samMember = member(samId, 'Sam Okafor')
export const niaMember = member(niaId, 'Nia Hughes')
export const kofiMember: Member = { accountId: kofiId, hat: 'patient', name: 'Kofi', isTeam: false }

export const service: Service = {
  serviceId,
  organisationId: id(11),
  organisationName: 'Whitlow Trust (demo)',
  name: 'Lichfield Wellbeing',
  plainName: 'Lichfield Wellbeing',
  sensitiveKind: 'mental_health',
  messaging: 'two_way',
  phone: '01632 960001',
  state: 'open',
  hours: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, open: '09:00', close: '17:00' })),
    closures: [],
    nation: 'england',
    zone: 'Europe/London',
    replyTargetMinutes: 480,
  },
  version: 3,
}

export const message = (number: number, author: Member | undefined, more: Partial<Message> = {}): Message => ({
  messageId: id(1000 + number),
  conversationId,
  number,
  kind: 'message',
  author,
  body: `Words ${number}`,
  sentAt: `2026-04-15T08:${String(number).padStart(2, '0')}:00.000Z`,
  ...more,
})

export const thread = (messages: Message[], more: Partial<ConversationState> = {}): ConversationState => ({
  head: {
    conversationId,
    kind: 'person_team',
    personId: id(40),
    personName: 'Kofi',
    serviceId,
    serviceName: 'Lichfield Wellbeing',
    phone: service.phone,
    messaging: 'two_way',
    state: 'open',
    hours: service.hours,
    bankHolidays: [],
  },
  members: [kofiMember, samMember, niaMember],
  messages,
  hasEarlier: false,
  lastNumber: messages.at(-1)?.number ?? 0,
  seen: {},
  ...more,
})

export const row = (number: number, name: string, more: Partial<ConversationRow> = {}): ConversationRow => ({
  conversationId: id(number),
  kind: 'person_team',
  personId: id(number + 20),
  personName: name,
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  state: 'open',
  memberCount: 3,
  activeAt: '2026-04-15T08:00:00.000Z',
  last: {
    messageId: id(2000 + number),
    number: 5,
    at: `2026-04-15T08:00:${String(number).padStart(2, '0')}.000Z`,
    authorName: name,
    isOwn: false,
    snippet: `${name} writes`,
  },
  unread: 0,
  readThrough: 5,
  isMine: true,
  hiddenMessageIds: [],
  ...more,
})

export const caseloadRow = (number: number, name: string, more: Partial<CaseloadRow> = {}): CaseloadRow => ({
  personId: id(number),
  name,
  serviceId,
  serviceName: 'Lichfield Wellbeing',
  enrolmentState: 'active',
  isMine: false,
  lastActivityAt: '2026-04-15T08:00:00.000Z',
  unread: 0,
  carers: [],
  ...more,
})
