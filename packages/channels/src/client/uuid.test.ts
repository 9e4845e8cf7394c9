import { expect, it } from 'vitest'
import { uuidv7 } from './uuid.ts'

it('makes UUIDv7s that sort in the order they were made, even when the clock stands or goes back', () => {
  const start = Date.UTC(2026, 0, 1)
  const times = [...Array.from({ length: 10_000 }, () => start), start - 3_600_000, start - 1, start, start + 1]
  const ids = times.map((ms) => uuidv7(ms))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(Number.parseInt((ids[0] as string).replaceAll('-', '').slice(0, 12), 16)).toBe(start)
})
