import type { OperationLike } from '../define/channel.ts'
import { defineChannel } from '../define/channel.ts'
import type { Schema } from '../define/schema.ts'

/** A schema from a guard, so that the tests of this package need no schema library. */
export function guarded<T>(is: (value: unknown) => boolean): Schema<T, T> {
  return {
    '~standard': {
      version: 1,
      vendor: 'channels-testing',
      validate: (value) => (is(value) ? { value: value as T } : { issues: [{ message: 'not accepted' }] }),
    },
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const id = guarded<string>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value))

export type Note = { id: string; text: string }
export type BoardState = { notes: Note[]; members: string[] }

const note = guarded<Note>((value) => isObject(value) && typeof value.id === 'string' && typeof value.text === 'string')
const member = guarded<{ account: string }>((value) => isObject(value) && typeof value.account === 'string')
const board = guarded<BoardState>((value) => isObject(value) && Array.isArray(value.notes))

export const listNotes = {
  name: 'listNotes',
  method: 'GET',
  path: '/api/boards/:boardId',
  input: guarded<{ boardId: string }>((value) => isObject(value) && typeof value.boardId === 'string'),
  output: board,
} satisfies OperationLike<{ boardId: string }, BoardState>

export const addNote = {
  name: 'addNote',
  method: 'POST',
  path: '/api/boards/:boardId/notes',
  input: guarded<{ id: string; boardId: string; text: string }>(
    (value) =>
      isObject(value) && typeof value.id === 'string' && typeof value.text === 'string' && value.text.length > 0,
  ),
  output: note,
} satisfies OperationLike<{ id: string; boardId: string; text: string }, Note>

/** The channel that this package's own tests speak: notes in order, on a board that people are added to and removed from. */
export const boardChannel = defineChannel({
  topic: 'board:{boardId}',
  params: { boardId: id },
  permission: 'board.read',
  snapshot: listNotes,
  events: { 'note.added': note, 'member.added': member, 'member.removed': member },
  rechecks: ['member.removed'],
  pushes: { 'note.add': addNote },
  signals: { typing: guarded<{ on: boolean }>((value) => isObject(value) && typeof value.on === 'boolean') },
  apply: {
    'note.added': (state, added) => ({ ...state, notes: [...state.notes, added] }),
    'member.added': (state, { account }) => ({ ...state, members: [...state.members, account] }),
    'member.removed': (state, { account }) => ({ ...state, members: state.members.filter((one) => one !== account) }),
  },
})
