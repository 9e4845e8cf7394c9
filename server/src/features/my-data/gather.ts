import type { ConversationHead, Message } from '@weft/contract/conversations/shapes.ts'
import type { WeftFile } from '@weft/contract/my-data/file.ts'
import type { Ctx, Feature } from '../../platform/feature.ts'
import { isFrozen } from './frozen.ts'
import { takeFile } from './weft-file.ts'

// biome-ignore lint/suspicious/noExplicitAny: each feature says what it holds in its own words
type Rows = Record<string, any>[]

/** One message as a page or a table shows it. */
export interface Said {
  service: string
  at: string
  name: string
  role: string
  organisation: string
  text: string
  /** Earlier texts, oldest first. */
  edits: { text: string; until: string }[]
  isCorrection: boolean
  isAutomatic: boolean
  withdrawnAt?: string
  withdrawnBy?: string
}

/** All that a person takes along: what is theirs, and of what services hold that which they may see. */
export interface Held {
  file: WeftFile
  about: Record<string, unknown>
  services: Rows
  sharing: Rows
  messages: Said[]
  questionnaires: Rows
  suggestions: Rows
  /** What services wrote to them about goals. */
  comments: Rows
  carePlans: Rows
  /** Copies that services took into their records. */
  copies: Rows
  /** Tips that were saved. */
  tips: unknown
  looked: Rows
  /** What things said before they were changed. */
  history: Record<string, unknown>
}

/**
 * Asks every feature for what it holds. What a service holds goes as far as the person is known to it (domain.md 14): nothing at L0, messages
 * from then on at L1, all of it at L2. Carers' threads, team notes and flags are in no feature's export. While a record is frozen nothing of a
 * service leaves unreviewed (domain.md 3.5), and the archive is that of somebody whom none knows.
 */
export async function gather(ctx: Ctx, personId: string, features: readonly Feature[]): Promise<Held> {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const all: Record<string, any> = {}
  for (const { subject } of features) Object.assign(all, await subject?.export(ctx, personId))
  const person = (all.people as Rows).find((row) => row.id === personId) ?? {}
  const level = (await isFrozen(ctx, personId)) ? 'L0' : person.identity_level
  const isKnown = level !== 'L0'
  const isKnownWell = level === 'L2'
  const since: string = isKnownWell ? '' : (person.identity_level_at?.toISOString() ?? '')
  return {
    file: await takeFile(ctx, personId, features),
    about: aboutOf(isKnownWell ? person : { known_as: person.known_as }, all.accounts?.[0]),
    services: isKnown ? (all.enrolments as Rows).map(({ id: _, ...row }) => row) : [],
    sharing: all.sharing,
    messages: isKnown ? messagesOf(all.conversations).filter(({ at }) => at >= since) : [],
    questionnaires: isKnownWell ? all.questionnaires : [],
    suggestions: isKnown ? all.suggestions : [],
    comments: isKnown ? all.goalComments : [],
    carePlans: isKnownWell ? plain(all.plans.carePlans) : [],
    copies: isKnownWell ? (all.copiesInRecords ?? []) : [],
    tips: all.tips,
    looked: (all.accessLog as Rows).filter((row) => isKnownWell || row.record_class === 'personal'),
    history: {
      goals: all.history,
      trackers: all.trackerVersions,
      diary: all.diary.versions,
      coping: all.copingVersions,
      safetyPlan: all.safetyPlanVersions,
      aboutMe: all.aboutMeVersions,
    },
  }
}

/**
 * Where somebody lives and on which numbers a team reaches them is not here, whoever they are known as: whoever took over an invitation would
 * learn it. The page says whom to ask for it.
 */
const detail = [
  'known_as',
  'given_name',
  'family_name',
  'previous_surname',
  'pronouns',
  'born_on',
  'nhs_number',
  'communication_needs',
  'equality',
] as const

function aboutOf(person: Rows[number], account: Rows[number] = {}): Record<string, unknown> {
  const said = detail.flatMap((key) => (isSomething(person[key]) ? [[key, person[key]]] : []))
  const { numbers: _, emailIsShared: __, ...rules } = person.safe_contact ?? {}
  if (isSomething(rules)) said.push(['safe_contact', rules])
  const { display_name, addresses, accepted_texts, settings, created_at } = account
  return { ...Object.fromEntries(said), account: { display_name, addresses, accepted_texts, settings, created_at } }
}

const isSomething = (value: unknown) =>
  value !== null && value !== undefined && value !== '' && JSON.stringify(value).length > 2

/** Nothing that only our tables need. */
const inner = new Set([
  'id',
  'person_id',
  'service_id',
  'controller_id',
  'source',
  'version',
  'record_class',
  'legal_basis',
])
const plain = (rows: Rows): Rows =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !inner.has(key))))

interface Conversation {
  head: ConversationHead | undefined
  messages: Message[]
}

/** As they were shown: who wrote with name and role, lines of the thread apart, what was withdrawn only marked. */
const messagesOf = (conversations: Conversation[]): Said[] =>
  conversations.flatMap(({ head, messages }) =>
    messages
      .filter((message) => !message.line)
      .map(({ author, body, sentAt, edits = [], kind, withdrawnAt, withdrawnBy }) => ({
        service: head?.serviceName ?? '',
        at: sentAt,
        name: author?.name ?? head?.serviceName ?? '',
        role: author?.role ?? author?.relationship ?? '',
        organisation: author?.organisation ?? '',
        text: withdrawnAt ? '' : body,
        edits: withdrawnAt ? [] : edits.map((edit) => ({ text: edit.body, until: edit.until })),
        isCorrection: kind === 'correction',
        isAutomatic: kind === 'auto',
        ...(withdrawnAt && { withdrawnAt }),
        ...(withdrawnBy && { withdrawnBy }),
      })),
  )
