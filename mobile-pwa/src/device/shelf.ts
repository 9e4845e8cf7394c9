/**
 * The one place on this device where anything is kept: values under text keys. IndexedDB where there is one; memory where a
 * browser refuses (private windows of some), which the app then says plainly.
 */
export interface Shelf {
  /** False when nothing here outlives the page. */
  readonly lasts: boolean
  get<T>(key: string): Promise<T | undefined>
  /** Values whose key begins with `prefix`, in the order of their keys. */
  list<T>(prefix: string): Promise<[key: string, value: T][]>
  /** All or nothing; `undefined` removes. Rejects with `ShelfFull` when the device has no room. */
  change(writes: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  /** Removes everything whose key begins with `prefix`. */
  clear(prefix: string): Promise<void>
}

/** The device has no room, or took back the room it gave. What was being kept is still with the caller. */
export class ShelfFull extends Error {
  constructor(cause: unknown) {
    super('The device cannot keep this', { cause })
    this.name = 'ShelfFull'
  }
}

export function memoryShelf(): Shelf {
  const values = new Map<string, unknown>()
  const keys = (prefix: string) => [...values.keys()].filter((key) => key.startsWith(prefix)).sort()
  return {
    lasts: false,
    get: async <T>(key: string) => values.get(key) as T | undefined,
    list: async <T>(prefix: string) => keys(prefix).map((key): [string, T] => [key, values.get(key) as T]),
    async change(writes) {
      for (const [key, value] of writes) {
        if (value === undefined) values.delete(key)
        else values.set(key, value)
      }
    },
    async clear(prefix) {
      for (const key of keys(prefix)) values.delete(key)
    },
  }
}
