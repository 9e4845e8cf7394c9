import type { Shelf } from '../device/shelf.ts'

/** Resolves once this device has next kept something whose key holds `part`, a kind of row and what it is about: `draft/`, `snapshot/own:`. */
export function nextKept(shelf: Shelf, part: string): Promise<void> {
  const { change } = shelf
  return new Promise((resolve) => {
    shelf.change = async (writes) => {
      await change.call(shelf, writes)
      if (!writes.some(([key, value]) => key.includes(`/${part}`) && value !== undefined)) return
      shelf.change = change
      resolve()
    }
  })
}
