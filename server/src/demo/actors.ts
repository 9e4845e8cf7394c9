import { appOf, type Hat } from '@weft/contract/people/shapes.ts'
import type { App } from '../app.ts'
import { openSession } from '../features/people/open-session.ts'
import type { AccountScope } from '../platform/scope.ts'

/** Signs the demo's people in as they would be, a session a day (an hour at work), so that what they do passes every rule of the product. */
export class Actors {
  readonly #app: App
  readonly #open = new Map<string, AccountScope>()

  constructor(app: App) {
    this.#app = app
  }

  async as(accountId: string, hat: Hat): Promise<AccountScope> {
    return this.#since(
      this.#app.clock
        .now()
        .toISOString()
        .slice(0, appOf(hat) === 'staff' ? 13 : 10),
      accountId,
      hat,
    )
  }

  /** Signed in just now: what is grave asks for that. */
  async afresh(accountId: string, hat: Hat): Promise<AccountScope> {
    return this.#since(this.#app.clock.now().toISOString(), accountId, hat)
  }

  async #since(moment: string, accountId: string, hat: Hat): Promise<AccountScope> {
    const key = `${accountId} ${hat} ${moment}`
    const known = this.#open.get(key)
    if (known) return known
    const { session } = await this.#app.runner.act('identity', (ctx) =>
      openSession(ctx, { accountId, app: appOf(hat), hat, sharedDevice: false, device: 'The demo' }),
    )
    const { sessionId, personId, staffId } = session
    const scope: AccountScope = {
      kind: 'account',
      requestId: 'demo',
      sessionId,
      accountId,
      app: appOf(hat),
      hat,
      personId,
      staffId,
    }
    this.#open.set(key, scope)
    return scope
  }

  /** Ends every session the demo opened: nobody finds strange devices in their list. */
  async leave(): Promise<void> {
    await this.#app.db.as({ kind: 'system', system: 'demo', requestId: 'demo' }, (tx) =>
      tx.query(`delete from session where label = 'The demo'`),
    )
  }
}
