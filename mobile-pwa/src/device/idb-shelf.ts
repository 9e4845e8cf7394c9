import { type IDBPDatabase, openDB } from 'idb'
import { memoryShelf, type Shelf, ShelfFull } from './shelf.ts'

const store = 'shelf'
const after = '￿'

/** Opens the device's shelf; falls back to memory when the browser keeps nothing for us. */
export async function openShelf(name = 'weft'): Promise<Shelf> {
  try {
    return idbShelf(await openDB(name, 1, { upgrade: (db) => void db.createObjectStore(store) }))
  } catch {
    return memoryShelf()
  }
}

function idbShelf(db: IDBPDatabase): Shelf {
  // Another tab with a newer version must not wait for this one.
  db.addEventListener('versionchange', () => db.close())
  const range = (prefix: string) => IDBKeyRange.bound(prefix, prefix + after)
  return {
    lasts: true,
    get: (key) => orFull(() => db.get(store, key)),
    list: <T>(prefix: string) =>
      orFull(async () => {
        const reading = db.transaction(store)
        const [keys, values] = await Promise.all([
          reading.store.getAllKeys(range(prefix)),
          reading.store.getAll(range(prefix)),
        ])
        return keys.map((key, at): [string, T] => [String(key), values[at] as T])
      }),
    change: (writes) =>
      orFull(async () => {
        // `strict`: on disk before we say so; a phone that dies a second later still has the words.
        const writing = db.transaction(store, 'readwrite', { durability: 'strict' })
        for (const [key, value] of writes) {
          void (value === undefined ? writing.store.delete(key) : writing.store.put(value, key)).catch(() => {})
        }
        await writing.done
      }),
    clear: (prefix) => orFull(() => db.delete(store, range(prefix))),
  }
}

/** A database that the browser closed or damaged is one that took back its room. */
async function orFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new ShelfFull(cause)
  }
}
