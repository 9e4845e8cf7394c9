import type { Channel } from '@weft/channels/define'
import { listSharedEntries } from '@weft/contract/diary/operations.ts'
import { listSharedGoals } from '@weft/contract/goals/team.ts'
import type { Operation } from '@weft/contract/operation.ts'
import { getSharedPlan } from '@weft/contract/plans/operations.ts'
import type { ProblemError } from '@weft/contract/problem.ts'
import { getCopy, listCopies } from '@weft/contract/records/operations.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { getShared } from '@weft/contract/sharing/operations.ts'
import { listSharedTrackers } from '@weft/contract/trackers/operations.ts'
import { requireShared } from '../../src/features/access/require-shared.ts'
import type { Ctx } from '../../src/platform/feature.ts'
import type { AccountScope } from '../../src/platform/scope.ts'
import type { World as Live } from '../world.ts'
import { scopeOf } from './facts.ts'
import { type Answer, ask, type Thing, type World } from './oracle.ts'
import type { PersonalRow } from './personal-rows.ts'
import { personalThings } from './things.ts'

type Verdict = { yes: boolean; code?: string }

export interface Tools {
  judge(surface: string, page: Answer, ours: Verdict, about: Record<string, unknown>): void
  same(isSame: boolean): boolean
  differ(surface: string, about: Record<string, unknown>): void
  join(channel: Channel, scope: AccountScope, params: Record<string, string>): Promise<Verdict>
  call(
    sessionId: string,
    scope: AccountScope,
    operation: Operation,
    input: Record<string, unknown>,
  ): Promise<{ status: number; body: Body }>
}

/** What is a person's own, asked for at large and as each service's worker. */
export const sharedThings = (world: World, now: number): Thing[] =>
  world.people.flatMap(({ id }) =>
    personalThings(id, now).flatMap((thing) => [
      thing,
      ...world.services.map((service) => ({ ...thing, serviceId: service.id })),
    ]),
  )

export interface Pair {
  personId: string
  serviceId: string
}

type Body = Record<string, Record<string, string>[] | undefined>
const day = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
const named = (kind: string, key: string, rows: Record<string, string>[] = []) =>
  rows.map((row) => `${kind} ${row[key]}`)

/** How each noun shows what is shared. */
const nounReads: { operation: Operation; keys(body: Body): string[]; more?(now: Date): Record<string, unknown> }[] = [
  {
    operation: listSharedGoals,
    keys: ({ goals, comments = [] }) => [
      ...named('goal', 'goalId', goals),
      ...comments.map(({ goalId, text }) => `comment ${goalId} ${text}`),
    ],
  },
  { operation: listSharedEntries, keys: ({ entries }) => named('diary', 'entryId', entries) },
  {
    operation: getSharedPlan,
    keys: ({ coping, safetyPlan, aboutMe }) => [
      ...named('coping', 'copingId', coping),
      ...(safetyPlan ? ['safety_plan safety_plan'] : []),
      ...(aboutMe ? ['about_me about_me'] : []),
    ],
  },
  {
    operation: listSharedTrackers,
    keys: ({ sleep, moods, problems }) => [
      ...named('sleep', 'forDate', sleep),
      ...named('mood', 'moodId', moods),
      ...named(
        'problem',
        'problemId',
        problems?.map((one) => one.problem as unknown as Record<string, string>),
      ),
    ],
    more: (now) => ({ from: day(now, 80), to: day(now, 0) }),
  },
]

/** What sharing gives anybody: the guard by which every noun shows what is shared, and the topic that wakes the screens which do. */
export function sharedSurfaces({ app, clock, sql }: Live, { judge, same, differ, join, call }: Tools) {
  const nowMs = () => clock.now().getTime()

  async function things(world: World, sessionId: string, some: readonly Thing[]): Promise<void> {
    const scope = scopeOf(world, sessionId)
    for (const { scopes: [first = '', ...alsoUnder] = [], ...thing } of some) {
      const { personId, serviceId } = thing
      const madeAt = thing.madeAt === undefined ? undefined : new Date(thing.madeAt)
      const visibility = thing.visibility as 'private' | 'shared'
      const about = { personId, serviceId, scope: first, alsoUnder, visibility, madeAt }
      const ours = await app.db
        .as(scope, (tx) => requireShared({ scope, tx, now: tx.now } as Ctx, about))
        .then(
          () => ({ yes: true }),
          (error: ProblemError) => ({ yes: false, code: error.reason ?? String(error) }),
        )
      const page = ask(world, sessionId, 'read', { ...thing, scopes: [first, ...alsoUnder] }, nowMs())
      judge('shared', page, ours, { sessionId, thing, first })
    }
  }

  async function topics(world: World, sessionId: string, some: readonly Pair[]): Promise<void> {
    const scope = scopeOf(world, sessionId)
    for (const { personId, serviceId } of some) {
      const sharing = { personId, serviceId, recordClass: 'service', kind: 'sharing' }
      const isTeam = ask(world, sessionId, 'read', sharing, nowMs()).code === 'team'
      const joined = await join(sharedChannel, scope, { personId, serviceId })
      if (!same(joined.yes === isTeam)) differ('shared join', { sessionId, sharing, joined })
      const { body } = await call(sessionId, scope, getShared, { personId, serviceId })
      const told = (body.scopes ?? []).map((one) => one.scope).join()
      const live = world.shares
        .filter((one) => one.personId === personId && one.serviceId === serviceId && one.state === 'granted')
        .map((one) => one.scope)
      if (!same(told === (isTeam ? live.sort().join() : ''))) differ('shared.get', { sessionId, sharing, told, live })
    }
  }

  /** What the nouns' own reads give a service's worker, thing by thing. */
  async function contents(world: World, sessionId: string, rows: readonly PersonalRow[], some: readonly Pair[]) {
    const scope = scopeOf(world, sessionId)
    for (const pair of some) {
      const shown = new Set<string>()
      for (const { operation, keys, more } of nounReads) {
        const { status, body } = await call(sessionId, scope, operation, { ...pair, ...more?.(clock.now()) })
        if (status === 200) for (const key of keys(body)) shown.add(key)
      }
      const said = [...shown].filter((key) => key.startsWith('comment '))
      const ofThisTeam = [...shown].flatMap((key) =>
        key.startsWith('goal ') ? [`comment ${key.slice(5)} ${pair.serviceId}`] : [],
      )
      if (!same(said.sort().join() === ofThisTeam.sort().join()))
        differ('comments', { sessionId, pair, said, ofThisTeam })
      for (const row of rows.filter(({ personId }) => personId === pair.personId)) {
        const page = ask(world, sessionId, 'read', { ...row, serviceId: pair.serviceId }, nowMs())
        const isShared = page.yes && page.code === 'shared_service'
        if (!same(shown.has(`${row.kind} ${row.key}`) === isShared)) differ('shared content', { sessionId, row, page })
      }
    }
  }

  /** The copies that each service's team keeps: one by one for the team and the person, as a list for the team alone. */
  async function copies(world: World, sessionId: string, some: readonly Pair[]) {
    const scope = scopeOf(world, sessionId)
    for (const { personId, serviceId } of some) {
      const [row] = await sql('select * from record_copy where person_id = $1 and service_id = $2', [
        personId,
        serviceId,
      ])
      const copy = {
        personId,
        serviceId,
        recordClass: 'snapshot',
        kind: 'record_copy',
        authorAccountId: row.created_by,
      }
      const page = ask(world, sessionId, 'read', { ...copy, madeAt: row.created_at.getTime() }, nowMs())
      const one = await call(sessionId, scope, getCopy, { copyId: row.id })
      judge('copy.get', page, { yes: one.status === 200 }, { sessionId, copy, status: one.status })
      const mayList = ask(world, sessionId, 'read', { ...copy, staffOnly: true }, nowMs()).yes
      const { body } = await call(sessionId, scope, listCopies, { personId, serviceId })
      const told = (body.copies ?? []).map(({ copyId }) => copyId).join()
      if (!same(told === (mayList ? row.id : ''))) differ('copy.list', { sessionId, copy, told })
    }
  }

  return { things, topics, contents, copies }
}
