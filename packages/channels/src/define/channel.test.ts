import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import * as mini from 'zod/mini'
import { defineChannel, type EventData, type PushInput, type StateOf } from './channel.ts'

const Note = z.object({ id: z.uuid(), text: z.string() })
const listNotes = {
  name: 'listNotes',
  method: 'GET' as const,
  path: '/api/notes/:boardId',
  input: z.object({ boardId: z.string() }),
  output: z.object({ notes: z.array(Note) }),
}
const addNote = {
  name: 'addNote',
  method: 'POST' as const,
  path: '/api/notes/:boardId',
  input: z.object({ boardId: z.string(), text: z.string(), pinned: z.boolean().default(false) }),
  output: Note,
}
const board = defineChannel({
  topic: 'board:{boardId}:{day}',
  params: { boardId: z.string().min(2), day: mini.string() },
  permission: 'note.read',
  snapshot: listNotes,
  events: { 'note.added': Note, 'note.removed': mini.object({ id: mini.string() }) },
  rechecks: ['note.removed'],
  pushes: { 'note.add': addNote },
  signals: { typing: z.object({ on: z.boolean() }) },
  apply: {
    'note.added': (state, note) => ({ notes: [...state.notes, note] }),
    'note.removed': (state, { id }) => ({ notes: state.notes.filter((note) => note.id !== id) }),
  },
})

describe('a channel definition', () => {
  it('reads back exactly the topics it writes', () => {
    const params = { boardId: 'a:b/ü', day: '2026-02-03' }
    const topic = board.topicOf(params)
    expect(topic).toBe('board:a%3Ab%2F%C3%BC:2026-02-03')
    expect(board.parse(topic)).toEqual(params)
    expect(board.name).toBe('board')
  })

  it.each([
    ['another name', 'boards:ab:x'],
    ['a missing part', 'board:ab'],
    ['a failing param', 'board:a:x'],
    ['a malformed escape', 'board:%zz:x'],
    ['a second spelling', 'board:%61b:x'],
    ['half a character', 'board:\ud800\ud800:x'],
    ['an endless topic', `board:${'a'.repeat(300)}:x`],
  ])('refuses %s', (_, topic) => expect(board.parse(topic)).toBeUndefined())

  it('reduces events it knows and throws at those it does not', () => {
    const note = { id: 'x', text: 'hello' }
    const meta = { seq: 1, at: '2026-01-01T00:00:00.000Z' }
    const one = board.reduce({ notes: [] }, { name: 'note.added', data: note, ...meta })
    expect(one).toEqual({ notes: [note] })
    expect(board.reduce(one, { name: 'access.changed', data: {}, ...meta })).toBe(one)
    expect(() => board.reduce(one, { name: 'note.painted', data: {}, ...meta })).toThrow(TypeError)
    expect(() => board.reduce(one, { name: 'constructor', data: {}, ...meta })).toThrow(TypeError)
  })

  it('asks again at access.changed and at each declared recheck', () => {
    expect([...board.rechecks].sort()).toEqual(['access.changed', 'note.removed'])
  })

  it('refuses a template whose params have no schema', () => {
    const bad = { ...board, topic: 'board:{other}', params: {}, apply: {} }
    expect(() => defineChannel(bad as never)).toThrow(/other/)
  })

  it('infers state, events and pushes', () => {
    expectTypeOf<StateOf<typeof board>>().toEqualTypeOf<{ notes: { id: string; text: string }[] }>()
    expectTypeOf<EventData<typeof board, 'note.removed'>>().toEqualTypeOf<{ id: string }>()
    expectTypeOf<{ text: string }>().toExtend<PushInput<typeof board, 'note.add'>>()
    expectTypeOf<{ text: string; boardId: string; pinned: boolean }>().toExtend<PushInput<typeof board, 'note.add'>>()
    expectTypeOf<{ boardId: string }>().not.toExtend<PushInput<typeof board, 'note.add'>>()
    expectTypeOf(board.topicOf).parameter(0).toEqualTypeOf<{ boardId: string; day: string }>()
  })
})
