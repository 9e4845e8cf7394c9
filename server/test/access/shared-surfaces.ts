import type { Channel } from '@weft/channels/define'
import type { Operation } from '@weft/contract/operation.ts'
import type { ProblemError } from '@weft/contract/problem.ts'
import { sharedChannel } from '@weft/contract/sharing/channel.ts'
import { getShared } from '@weft/contract/sharing/operations.ts'
import { requireShared } from '../../src/features/access/require-shared.ts'
import type { Ctx } from '../../src/platform/feature.ts'
import type { AccountScope } from '../../src/platform/scope.ts'
import type { World as Live } from '../world.ts'
import { scopeOf } from './facts.ts'
import { type Answer, ask, type Thing, type World } from './oracle.ts'
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
  ): Promise<{ status: number; body: Record<string, unknown> }>
}

/** What is a person's own, asked for at large and as each service's worker. */
export const sharedThings = (world: World, now: number): Thing[] =>
  world.people.flatMap(({ id }) =>
    personalThings(id, now).flatMap((thing) => [
      thing,
      ...world.services.map((service) => ({ ...thing, serviceId: service.id })),
    ]),
  )

/** What sharing gives anybody: the guard by which every noun shows what is shared, and the topic that wakes the screens which do. */
export function sharedSurfaces({ app, clock }: Live, { judge, same, differ, join, call }: Tools) {
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

  async function topics(world: World, sessionId: string): Promise<void> {
    const scope = scopeOf(world, sessionId)
    for (const { id: personId } of world.people) {
      for (const { id: serviceId } of world.services) {
        const sharing = { personId, serviceId, recordClass: 'service', kind: 'sharing' }
        const isTeam = ask(world, sessionId, 'read', sharing, nowMs()).code === 'team'
        const joined = await join(sharedChannel, scope, { personId, serviceId })
        if (!same(joined.yes === isTeam)) differ('shared join', { sessionId, sharing, joined })
        const { body } = await call(sessionId, scope, getShared, { personId, serviceId })
        const told = ((body.scopes ?? []) as { scope: string }[]).map((one) => one.scope).join()
        const live = world.shares
          .filter((one) => one.personId === personId && one.serviceId === serviceId && one.state === 'granted')
          .map((one) => one.scope)
        if (!same(told === (isTeam ? live.sort().join() : ''))) differ('shared.get', { sessionId, sharing, told, live })
      }
    }
  }

  return { things, topics }
}
