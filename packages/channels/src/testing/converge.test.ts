import { describe, expect, it } from 'vitest'
import { type BoardState, boardChannel } from './board.ts'
import { converge } from './converge.ts'
import { createMemoryLog } from './memory-log.ts'

/** A board whose row may hold another text than was published. */
function board(stored: (text: string) => string) {
  const log = createMemoryLog()
  const state: BoardState = { notes: [], members: [] }
  return {
    channel: boardChannel,
    snapshot: async () => ({ state: structuredClone(state), seq: log.headNow('board:one').seq }),
    async act() {
      log.add({ topic: 'board:one', name: 'note.added', data: { id: 'n', text: 'hello', hidden: undefined } })
      state.notes.push({ id: 'n', text: stored('hello') })
    },
    read: async (afterSeq: number) => log.events('board:one').filter((event) => event.seq > afterSeq),
  }
}

describe('converge', () => {
  it('is content when the events lead to the fresh snapshot', async () => {
    expect((await converge(board((text) => text))).events).toHaveLength(1)
  })
  it('shows the difference when they do not', async () => {
    await expect(converge(board((text) => text.toUpperCase()))).rejects.toThrow(/drifts/)
  })
  it('is not content with an act that published nothing', async () => {
    await expect(converge({ ...board((text) => text), act: async () => {} })).rejects.toThrow(/Nothing was published/)
  })
})
