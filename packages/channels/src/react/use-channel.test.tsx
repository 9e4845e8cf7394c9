// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ChannelClient, createChannelClient, soleTab } from '../client/channel-client.ts'
import { boardChannel } from '../testing/board.ts'
import { createRandom } from '../testing/random.ts'
import { simulatedSockets } from '../testing/simulated-socket.ts'
import { createWorld, type World } from '../testing/simulated-world.ts'
import { ChannelProvider, useChannel, useIsConnected, useOutbox, useSignal } from './use-channel.tsx'

let world: World
let client: ChannelClient
let road: ReturnType<typeof simulatedSockets>

beforeEach(async () => {
  const random = createRandom(1)
  world = createWorld(random, { slowestMs: 2 })
  world.startNode()
  for (const board of ['one', 'two']) world.setMember(board, 'ann', true, world.nodes[0])
  await world.clock.advance(100)
  road = simulatedSockets({
    clock: world.clock,
    delayMs: () => 1,
    route: () => world.nodes[0],
    identity: { key: 'ann', account: 'ann' },
  })
  client = createChannelClient({
    url: '',
    clock: world.clock,
    random,
    socketFactory: road.factory,
    tabs: soleTab(),
    fetch: () => Promise.reject(new TypeError('no road')),
  })
})
afterEach(async () => {
  cleanup()
  await client.close()
})

const pass = (ms: number) => act(() => world.clock.advance(ms))
/** Letting go goes by React's clock and the client's: both have to pass. */
const until = async (isTrue: () => boolean) => {
  while (!isTrue()) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await pass(500)
  }
}
const members = (board: string) => world.nodes[0]?.hub.topics.get(`board:${board}`)?.members.size ?? 0

function Board({ boardId, onTyping = () => {} }: { boardId: string; onTyping?: (on: boolean) => void }) {
  const board = useChannel(boardChannel, { boardId })
  const { items } = useOutbox()
  useSignal(boardChannel, { boardId }, 'typing', ({ on }) => onTyping(on))
  return (
    <section>
      <p>{`${boardId} ${board.status} ${useIsConnected() ? 'up' : 'down'} unsent ${items.length}`}</p>
      <ul>
        {board.state?.notes.map((note) => (
          <li key={note.id}>{note.text}</li>
        ))}
      </ul>
      <button type="button" onClick={() => board.push('note.add', { id: 'n', text: 'hello' })}>
        Say hello
      </button>
    </section>
  )
}
const app = (boardId: string, onTyping?: (on: boolean) => void) => (
  <StrictMode>
    <ChannelProvider client={client}>
      <Board boardId={boardId} {...(onTyping && { onTyping })} />
    </ChannelProvider>
  </StrictMode>
)

describe('useChannel', () => {
  it('renders the state as it comes, and what is pushed', async () => {
    render(app('one'))
    expect(screen.getByText('one joining down unsent 0')).toBeDefined()
    await pass(100)
    expect(screen.getByText('one live up unsent 0')).toBeDefined()
    await act(async () => screen.getByRole('button').click())
    await pass(100)
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['hello'])
  })

  it('shows what is unsent while there is no road', async () => {
    render(app('one'))
    await pass(100)
    const [node] = world.nodes.splice(0)
    road.cut()
    await pass(10)
    expect(screen.getByText('one offline down unsent 0')).toBeDefined()
    await act(async () => screen.getByRole('button').click())
    await pass(10)
    expect(screen.getByText('one offline down unsent 1')).toBeDefined()
    if (node) world.nodes.push(node)
    await pass(60_000)
    expect(screen.getByText('one live up unsent 0')).toBeDefined()
  })

  it('follows its params, and leaves what it no longer shows', async () => {
    const { rerender, unmount } = render(app('one'))
    await pass(100)
    expect([members('one'), members('two')]).toEqual([1, 0])
    rerender(app('two'))
    await pass(100)
    expect(screen.getByText(/^two live/)).toBeDefined()
    await until(() => members('one') === 0)
    await pass(5_000)
    expect(members('two')).toBe(1)
    unmount()
    await until(() => members('two') === 0)
  })

  it('hears signals with the listener of the latest render', async () => {
    const heard: string[] = []
    const { rerender } = render(app('one', () => heard.push('first')))
    await pass(100)
    rerender(app('one', (on) => heard.push(`second ${on}`)))
    const topic = world.nodes[0]?.hub.topics.get('board:one')
    for (const member of topic?.members ?? [])
      member.connection.tell('signal', { topic: 'board:one', name: 'typing', data: { on: true } })
    await pass(100)
    expect(heard).toEqual(['second true'])
  })
})
