import { getNoticeSettings } from '@weft/contract/notifications/operations.ts'
import { useEffect } from 'react'
import { renewPush, takesNotices } from '../../device/push.ts'
import { usePlace } from '../../shell/router.tsx'
import { useStay } from '../../shell/session.tsx'
import { call } from '../../wire/call.ts'
import { OfferNotices } from './offer-notices.tsx'

/** Around every screen: this device's notices go on after a new sign-in, end once the app is looked at, and are offered on Today. */
export default function KeepNotices() {
  const { session } = useStay()
  const { path } = usePlace()
  const { accountId, sessionId } = session

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each session
  useEffect(() => {
    if (!takesNotices(accountId)) return
    const renew = async () => {
      const { pushKey } = await call(getNoticeSettings, {})
      if (pushKey) await renewPush(accountId, pushKey)
    }
    renew().catch(() => {}) // offline, or refused by the browser: the settings page says so
  }, [accountId, sessionId])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void clearShown().catch(() => {})
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])

  return path === '/today' ? <OfferNotices /> : null
}

/** Whoever has the app before them needs no notice of it. */
async function clearShown(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  for (const notice of (await registration?.getNotifications({ tag: 'update' })) ?? []) notice.close()
}
