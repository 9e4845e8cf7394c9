import { afterEach, expect, it, vi } from 'vitest'
import { saveCsv } from './csv.ts'

const links = URL
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a file is there for as long as a slow browser takes to read it, and then is nowhere in the page', () => {
  vi.useFakeTimers()
  const there = new Set<string>()
  vi.stubGlobal(
    'URL',
    Object.assign(class extends links {}, {
      createObjectURL: () => {
        there.add('blob:1')
        return 'blob:1'
      },
      revokeObjectURL: (url: string) => there.delete(url),
    }),
  )
  saveCsv('sleep', [['2026-04-15', '6 hours']])
  expect([...there]).toEqual(['blob:1'])
  vi.runAllTimers()
  expect([...there]).toEqual([])
})
