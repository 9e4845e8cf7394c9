import type { Hat } from '@weft/contract/people/shapes.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Authenticate } from '../../platform/http.ts'
import { hashToken, looksLikeToken } from '../../platform/secrets.ts'

interface Found {
  id: string
  account_id: string
  hat: Hat
  person_id: string | null
  staff_id: string | null
}

/**
 * Who stands behind a request's cookies, in one statement: `__Host-weft_people` or `__Host-weft_staff`, by the app that asks.
 *
 * Nobody when the session was ended, is past its end or has been idle too long, when its account is not active or no longer holds
 * the hat, and under a staff hat when the staff row is not active. Notes the use, at most once a minute.
 */
export function createAuthenticate(db: Db, clock: Clock): Authenticate {
  return async (app, cookies, requestId) => {
    const token = cookies[`__Host-weft_${app}`]
    if (!looksLikeToken(token)) return undefined
    const { rows } = await db.as({ kind: 'system', system: 'identity', requestId }, (tx) =>
      tx.query(findAndTouch, [hashToken(token), app, clock.now()], 'authenticate'),
    )
    const found = rows[0] as Found | undefined
    if (!found) return undefined
    return {
      kind: 'account',
      requestId,
      sessionId: found.id,
      accountId: found.account_id,
      app,
      hat: found.hat,
      personId: app === 'people' ? (found.person_id ?? undefined) : undefined,
      staffId: app === 'staff' ? (found.staff_id ?? undefined) : undefined,
    }
  }
}

// A platform administrator works for the deployment and may have no place in an organisation; everybody else in the portal has.
const findAndTouch = `
  with found as (
    select s.id, s.account_id, s.hat, a.person_id, st.id as staff_id
    from session s
    join account a on a.id = s.account_id and a.state = 'active'
    join account_hat h on h.account_id = s.account_id and h.hat = s.hat
    left join staff st on st.account_id = s.account_id
    where s.token_hash = $1 and s.app = $2 and s.ended_at is null and s.ends_at > $3
      and s.last_used_at + make_interval(secs => s.idle_seconds) > $3
      and (s.app = 'people' or st.state = 'active' or (st.id is null and s.hat = 'platform_admin'))
  ), touched as (
    update session set last_used_at = $3 from found
    where session.id = found.id and session.last_used_at <= $3 - interval '1 minute'
  )
  select id, account_id, hat, person_id, staff_id from found`
