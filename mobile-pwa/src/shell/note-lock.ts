import { noteAppLock } from '@weft/contract/people/session.ts'
import { isLockMarked } from '../device/lock-half.ts'
import { call } from '../wire/call.ts'

/** Tells the server whether this device has a lock, so that clearing the browser does not make it one without. Out of reach: at the next start. */
export async function noteLock(): Promise<void> {
  await call(noteAppLock, { isOn: isLockMarked() }).catch(() => {})
}
