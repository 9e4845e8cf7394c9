import { expect, type Page } from '@playwright/test'

/** The keys under which the people's app keeps things on this device; what they lead to is sealed. */
export function keysKept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('weft')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const reading = open.transaction('shelf').objectStore('shelf').getAllKeys()
      reading.onsuccess = () => resolve(reading.result)
      reading.onerror = () => reject(reading.error)
    })
    open.close()
    return keys.map(String)
  })
}

/** App and content are on the device: its next start needs no network. */
export async function untilKept(page: Page, topic: string): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect.poll(() => keysKept(page)).toContainEqual(expect.stringContaining(`/snapshot/${topic}`))
}

export const goOffline = (page: Page): Promise<void> => page.context().setOffline(true)
export const goOnline = (page: Page): Promise<void> => page.context().setOffline(false)
