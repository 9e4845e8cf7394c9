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

/** All that a browser keeps of this origin, as text: what somebody who copies it, or opens its tools, could search for a word. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value)
      if (Array.isArray(value)) return value.map(textOf).join(' ')
      if (typeof value !== 'object' || value === null) return String(value)
      return Object.entries(value)
        .map(([key, inner]) => `${key} ${textOf(inner)}`)
        .join(' ')
    }
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const { name } of await indexedDB.databases()) {
      const open = await answer(indexedDB.open(name as string))
      for (const store of open.objectStoreNames) {
        const reading = open.transaction(store).objectStore(store)
        const [keys, values] = await Promise.all([answer(reading.getAllKeys()), answer(reading.getAll())])
        kept.push(textOf(keys), textOf(values))
      }
      open.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        kept.push(request.url, (await (await cache.match(request))?.text()) ?? '')
      }
    }
    return kept.join('\n')
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
