import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryShelf, type Shelf } from '../../device/shelf.ts'
import { broadcast } from '../../testing/fake-socket.ts'
import { nextKept } from '../../testing/next-kept.ts'
import {
  conversation,
  conversationId,
  kofiAsMember,
  listTopic,
  message,
  row,
  type Stage,
  sam,
  setStage,
  strikeStage,
  threadTopic,
} from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

const place = `/messages/${conversationId}`
const box = () => screen.findByLabelText('Write a message')
const write = async (words: string) => {
  fireEvent.change(await box(), { target: { value: words } })
  fireEvent.click(screen.getByRole('button', { name: 'Send' }))
}
const thread = () => screen.findByRole('log')
const bubble = async (words: string) => {
  const found = await within(await thread()).findByText(words)
  return found.closest('li') as HTMLElement
}

let shelf: Shelf
let stage: Stage
beforeEach(() => {
  shelf = memoryShelf()
  stage = setStage({ shelf })
})
afterEach(strikeStage)

/** A server that stores once by id and tells everybody, whichever door a message came through. */
const storing = () => {
  const stored: string[] = []
  const store = ({ messageId, body }: { messageId: string; body: string }) => {
    if (stored.includes(messageId)) return undefined
    stored.push(messageId)
    const sent = message(stored.length + 1, kofiAsMember, body, { messageId })
    return broadcast(stage.server, threadTopic, 'message.sent', sent)
  }
  stage.server.push = ({ input }) => ({ ok: true, value: {}, seq: store(input as { messageId: string; body: string }) })
  stage.routes[`POST /api/conversations/${conversationId}/messages`] = (input) => {
    store(input as { messageId: string; body: string })
    return [201, {}]
  }
  return stored
}

describe('sending', () => {
  it('empties the box, shows the words at once, and says “Sent” only when the server has them', async () => {
    let answer: (() => void) | undefined
    stage.server.push = () => ({ ok: true, value: {} })
    stage.open(place)
    const { push } = stage.server
    stage.server.push = (request) => {
      answer = () =>
        act(() => {
          const { messageId, body } = request.input as { messageId: string; body: string }
          broadcast(stage.server, threadTopic, 'message.sent', message(2, kofiAsMember, body, { messageId }))
        })
      return push(request)
    }
    await write('Bad night again')
    const mine = await bubble('Bad night again')
    expect(within(mine).getByText('Sending…')).toBeTruthy()
    await waitFor(async () => expect((await box()) as HTMLTextAreaElement).toHaveProperty('value', ''))
    await waitFor(() => expect(answer).toBeDefined())
    answer?.()
    await waitFor(async () => expect(within(await bubble('Bad night again')).getByText(/^Sent/)).toBeTruthy())
    expect(screen.getAllByText('Bad night again')).toHaveLength(1)
  })

  it('offline says so, survives a reload, and goes out once when the network is back', async () => {
    const stored = storing()
    stage.open(place)
    await box()
    act(() => stage.setOnline(false))
    await write('Written on the bus')
    const mine = await bubble('Written on the bus')
    expect(within(mine).getByText(/Not sent yet/)).toBeTruthy()
    expect(within(mine).getByRole('button', { name: 'Edit' })).toBeTruthy()

    stage.open(place)
    expect(within(await bubble('Written on the bus')).getByText(/Not sent yet/)).toBeTruthy()
    expect(stored).toEqual([])

    act(() => stage.setOnline(true))
    await waitFor(async () => expect(within(await bubble('Written on the bus')).getByText(/^Sent/)).toBeTruthy(), {
      timeout: 4_000,
    })
    expect(stored).toHaveLength(1)
  })

  it('to a conversation that has closed keeps the words and offers other ways', async () => {
    stage.server.push = () => ({ ok: false, problem: { status: 409, code: 'closed' } })
    stage.open(place)
    await write('Are you there?')
    const mine = await bubble('Are you there?')
    expect(await within(mine).findByText('This conversation is closed. Your words are safe here to copy.')).toBeTruthy()
    fireEvent.click(within(mine).getByRole('button', { name: 'Other ways' }))
    expect(within(screen.getByRole('dialog')).getByRole('link', { name: 'Call 01632 960123' })).toBeTruthy()
  })

  it('that was not accepted says why, and can be tried again or deleted', async () => {
    stage.server.push = () => ({ ok: false, problem: { status: 422, code: 'not-acceptable' } })
    stage.open(place)
    await write('Too long, it says')
    const mine = await bubble('Too long, it says')
    expect(await within(mine).findByText(/^Not sent\./)).toBeTruthy()
    await waitFor(() =>
      expect(screen.getAllByRole('alert').some((one) => one.textContent?.includes('Not sent'))).toBe(true),
    )
    fireEvent.click(within(mine).getByRole('button', { name: 'Delete' }))
    fireEvent.click(screen.getByRole('button', { name: 'Delete message' }))
    await waitFor(() => expect(screen.queryByText('Too long, it says')).toBeNull())
  })

  it('puts words not sent yet back into the box to be edited', async () => {
    stage.open(place)
    await box()
    act(() => stage.setOnline(false))
    await write('I meen')
    fireEvent.click(within(await bubble('I meen')).getByRole('button', { name: 'Edit' }))
    await waitFor(async () => expect((await box()) as HTMLTextAreaElement).toHaveProperty('value', 'I meen'))
    expect(within(await thread()).queryByText('I meen')).toBeNull()
  })
})

describe('words that worry us', () => {
  const offered = () => screen.queryByText(/You do not have to wait for us/)

  it('are answered at once with whom to call, with no signal too, and never hold the message back', async () => {
    stage.server.topics.set(threadTopic, {
      seq: 1,
      state: conversation([message(1, kofiAsMember, 'I want to die, I wrote last week')]),
    })
    stage.open(place)
    await box()
    expect(offered()).toBeNull()
    await write('Thank you for the call')
    await bubble('Thank you for the call')
    expect(offered()).toBeNull()
    act(() => stage.setOnline(false))
    await write('I can’t go on')
    expect(await bubble('I can’t go on')).toBeTruthy()
    const card = offered()?.closest('section') as HTMLElement
    expect(within(card).getAllByRole('link').length).toBeGreaterThan(1)
    fireEvent.click(within(card).getByRole('button', { name: 'Close' }))
    expect(offered()).toBeNull()
    await write('I can’t go on like this')
    await waitFor(() => expect(offered()).toBeTruthy())
  })
})

describe('a draft', () => {
  it('is there again after the app was closed', async () => {
    stage.open(place)
    const words = await box()
    const kept = nextKept(shelf, 'draft/')
    fireEvent.change(words, { target: { value: 'Half a thought' } })
    await kept
    stage.open(place)
    expect(((await box()) as HTMLTextAreaElement).value).toBe('Half a thought')
  })
})

describe('what stands in place of the box', () => {
  it.each([
    ['ended', { state: 'closed' as const }, [kofiAsMember], 'You have finished with Lichfield Wellbeing.'],
    ['announcements only', { messaging: 'announce_only' as const }, [kofiAsMember, sam], 'does not take messages here'],
    ['nobody on the team', {}, [kofiAsMember], 'No one is reading messages here now.'],
  ])('%s', async (_case, head, members, words) => {
    stage.server.topics.set(threadTopic, { seq: 1, state: conversation([message(1, sam, 'Hello')], head, members) })
    stage.open(place)
    expect(await screen.findByText(new RegExp(words))).toBeTruthy()
    expect(screen.queryByLabelText('Write a message')).toBeNull()
    expect(screen.getByText('Hello')).toBeTruthy()
  })

  it('the first time: the whole notice, with who reads it and when', async () => {
    stage.open(place)
    expect(await screen.findByText(/Your message goes to everyone in Lichfield Wellbeing/)).toBeTruthy()
    expect(screen.getByText('Say hello, or ask a question. Lichfield Wellbeing will see it.')).toBeTruthy()
  })
})

describe('a conversation that is not shared', () => {
  it('reads the same whatever the cause, and leaves nothing of it on the device', async () => {
    stage.open(place)
    await box()
    stage.server.topics.set(threadTopic, { problem: { status: 404, code: 'not-found' } })
    stage.server.topics.set(listTopic(), { seq: 2, state: { rows: [], total: 0 } })
    stage.open(place)
    expect(await screen.findByText('It may have moved, or it may not be shared with you.')).toBeTruthy()
    stage.setOnline(false)
    stage.open(place)
    await screen.findByRole('main')
    expect(screen.queryByRole('log')).toBeNull()
  })
})

describe('what others write', () => {
  it('stands under the unread line, is spoken once, and history never is', async () => {
    const older = message(1, sam, 'Yesterday')
    stage.server.topics.set(threadTopic, { seq: 1, state: conversation([older, message(2, sam, 'This morning')]) })
    stage.server.topics.set(listTopic(), { seq: 1, state: { rows: [row({ readThrough: 1, unread: 1 })], total: 1 } })
    stage.open(place)
    expect(await screen.findByText(/^New since/)).toBeTruthy()
    act(() => void broadcast(stage.server, threadTopic, 'message.sent', message(3, sam, 'Just now')))
    await within(await thread()).findByText('Just now')
    await waitFor(() => expect(spoken()).toEqual(['Sam Okafor, nurse: Just now']), { timeout: 3_000 })
  })
})

const spoken = () => [...document.querySelectorAll('.visually-hidden [role=status] p')].map((one) => one.textContent)
