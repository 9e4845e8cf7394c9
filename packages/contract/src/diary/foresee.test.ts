import { expect, test } from 'vitest'
import { diaryPart } from './own.ts'
import type { Diary } from './shapes.ts'

const ids = { personId: '019d0000-0000-7000-8000-000000000001', changeId: '019d0000-0000-7000-8000-000000000002' }
const entryId = '019d0000-0000-7000-8000-000000000101'
const at = '2026-04-15T09:20:00.000Z'
const { foresee, apply, empty } = diaryPart
const wrote = { ...ids, entryId, text: 'One', writtenAt: at }

const after = (push: keyof typeof foresee, input: object, diary: Diary) =>
  foresee[push](diary, { ...ids, entryId, ...input } as never, at)

test('an entry is there before the server has it, and once when it has', () => {
  const one = foresee['diary.write'](empty, wrote, at)
  expect(one.entries).toMatchObject([{ text: 'One', forDate: '2026-04-15', version: 1, visibility: 'private' }])
  expect(foresee['diary.write'](one, wrote, at)).toEqual(one)
  const two = after('diary.edit', { text: 'Two', baseVersion: 1 }, one)
  expect(two.entries).toMatchObject([{ text: 'Two', version: 2 }])
  expect(after('diary.edit', { text: 'Two', baseVersion: 1 }, two)).toEqual(two)
  expect(after('diary.edit', { text: 'Three', baseVersion: 1 }, two)).toEqual(two)
})

test('what is deleted is pinned no more, and is pinned by nothing until it is back', () => {
  const one = after('diary.pin', { isPinned: true }, foresee['diary.write'](empty, wrote, at))
  expect(one.pinnedId).toBe(entryId)
  const gone = after('diary.delete', {}, one)
  expect(gone.pinnedId).toBeUndefined()
  expect(after('diary.pin', { isPinned: true }, gone).pinnedId).toBeUndefined()
  expect(after('diary.restore', {}, gone).entries).toEqual(one.entries)
  expect(apply['diary.erased'](gone, { entryId }, {} as never)).toEqual(empty)
})
