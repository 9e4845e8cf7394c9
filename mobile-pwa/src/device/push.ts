import { dropPush, keepPush } from '@weft/contract/notifications/operations.ts'
import type { NoticeSettings } from '@weft/contract/notifications/shapes.ts'
import { call } from '../wire/call.ts'

/**
 * What this browser can do about notices. `by-hand`: an iPhone, where the app must be added to the home screen first. `blocked`: the person
 * said no to the browser, and only they can change that, in its settings.
 */
export type PushAbility = 'can' | 'by-hand' | 'blocked' | 'cannot'

export function pushAbility(): PushAbility {
  const isHere = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!isHere) return /iPhone|iPad/.test(navigator.userAgent) ? 'by-hand' : 'cannot'
  return Notification.permission === 'denied' ? 'blocked' : 'can'
}

const rememberedAt = (accountId: string) => `weft.notices.${accountId}`

/** Whether this account takes notices on this device, as far as the device knows: signing out and in again keeps it. */
export const takesNotices = (accountId: string): boolean => localStorage.getItem(rememberedAt(accountId)) !== null

export class NoPush extends Error {}

/** Asks the browser, and hands what it gives to the server. Throws `NoPush` when the browser or the person says no. */
export async function turnOnPush(accountId: string, pushKey: string): Promise<NoticeSettings> {
  if ((await Notification.requestPermission()) !== 'granted') throw new NoPush('not allowed')
  const settings = await call(keepPush, await subscribe(pushKey))
  localStorage.setItem(rememberedAt(accountId), '')
  return settings
}

export async function turnOffPush(accountId: string): Promise<NoticeSettings> {
  localStorage.removeItem(rememberedAt(accountId))
  const settings = await call(dropPush, {})
  const subscription = await (await registered())?.pushManager.getSubscription()
  await subscription?.unsubscribe()
  return settings
}

/**
 * After a new sign-in, or when the browser or the deployment changed its keys: the server is given what holds now. Only where this account
 * had notices on this device already; nothing is asked of the person.
 */
export async function renewPush(accountId: string, pushKey: string): Promise<NoticeSettings | undefined> {
  if (!takesNotices(accountId) || pushAbility() !== 'can' || Notification.permission !== 'granted') return undefined
  return call(keepPush, await subscribe(pushKey))
}

const registered = () => navigator.serviceWorker.getRegistration()

async function subscribe(pushKey: string) {
  const manager = (await registered())?.pushManager
  if (!manager) throw new NoPush('the app is not kept on this device')
  const before = await manager.getSubscription()
  const isCurrent = before && toText(before.options.applicationServerKey) === pushKey
  if (before && !isCurrent) await before.unsubscribe()
  const subscription = isCurrent
    ? before
    : await manager.subscribe({ userVisibleOnly: true, applicationServerKey: toBytes(pushKey) })
  return {
    endpoint: subscription.endpoint,
    p256dh: toText(subscription.getKey('p256dh')),
    auth: toText(subscription.getKey('auth')),
    pushKey,
  }
}

function toText(bytes: ArrayBuffer | null): string {
  const binary = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}
