import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Attendance } from './attendance.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const viewing = { conversationId: 'c', name: 'Priya Nair', doing: 'viewing' } as const

describe('who is at a conversation', () => {
  it('is forgotten 30 seconds after it was last said', () => {
    const attendance = new Attendance()
    attendance.heard('priya', viewing)
    vi.advanceTimersByTime(20_000)
    attendance.heard('priya', viewing)
    vi.advanceTimersByTime(28_000)
    expect(attendance.of('c')).toEqual([{ name: 'Priya Nair', doing: 'viewing' }])
    vi.advanceTimersByTime(4_000)
    expect(attendance.of('c')).toEqual([])
  })

  it('goes from replying back to viewing by itself, and away at once when it is said', () => {
    const attendance = new Attendance()
    attendance.heard('priya', { ...viewing, doing: 'replying' })
    expect(attendance.of('c')).toMatchObject([{ doing: 'replying' }])
    vi.advanceTimersByTime(10_000)
    expect(attendance.of('c')).toMatchObject([{ doing: 'viewing' }])
    attendance.heard('priya', { ...viewing, doing: 'replying' })
    attendance.heard('priya', viewing) // sent
    expect(attendance.of('c')).toMatchObject([{ doing: 'viewing' }])
    attendance.heard('priya', { ...viewing, doing: 'gone' })
    expect(attendance.of('c')).toEqual([])
  })

  it('does not trouble readers of a list that stays the same', () => {
    const attendance = new Attendance()
    attendance.heard('priya', viewing)
    const before = attendance.of('c')
    attendance.heard('priya', viewing)
    expect(attendance.of('c')).toBe(before)
  })

  it('is said only to a service that is listened to', () => {
    const attendance = new Attendance()
    const say = vi.fn()
    attendance.say('s', viewing)
    const stop = attendance.speakThrough('s', say)
    attendance.say('s', viewing)
    stop()
    attendance.say('s', viewing)
    expect(say.mock.calls).toEqual([[viewing]])
  })
})
