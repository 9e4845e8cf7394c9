import { act, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draftsOf } from '../../shell/drafts.ts'
import {
  conversationId,
  id,
  kofiMember,
  message,
  niaId,
  niaMember,
  noteId,
  sam,
  samId,
  samMember,
  thread,
} from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { replyPlace } from './places.ts'

const topic = `conversation:${conversationId}`
const noteTopic = `conversation:${noteId}`
const deskTopic = `conversation-desk:${conversationId}`

beforeEach(() => {
  vi.useFakeTimers({
    now: Date.parse('2026-04-15T09:00:00Z'),
    toFake: ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'],
  })
  fakeServer({ 'GET /api/me/settings': {} })
})
afterEach(() => {
  vi.useRealTimers()
  for (const box of ['reply', 'note'] as const) draftsOf(samId).set(replyPlace(conversationId, box), '')
})

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function opened(messages = [message(1, kofiMember), message(2, samMember)], more = {}) {
  const onClose = vi.fn()
  const on = stage(sam, <ConversationPane conversationId={conversationId} onClose={onClose} />)
  await act(async () => {
    on.live.set(deskTopic, { state: { conversationId, noteConversationId: noteId }, present: [samId] })
    on.live.set(topic, { state: thread(messages, more) })
    on.live.set(noteTopic, {
      state: { ...thread([]), head: { ...thread([]).head, conversationId: noteId, kind: 'team_note' } },
    })
  })
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox')
  const write = (text: string) => fireEvent.change(box(), { target: { value: text } })
  const say = async (view: Record<string, unknown>) => act(async () => on.live.set(topic, view))
  return { ...on, onClose, box, write, say }
}

describe('writing', () => {
  it('a reply names whom it goes to, and a note goes to the team’s own topic', async () => {
    const { live, write } = await opened()
    write('I will ring at midday')
    fireEvent.click(screen.getByRole('button', { name: 'Send to Kofi' }))
    await pass(0)
    fireEvent.click(screen.getByRole('tab', { name: 'Staff note' }))
    write('No answer')
    expect(screen.queryByRole('button', { name: /Send to/ })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Save note, staff only' }))
    await pass(0)
    expect(live.pushed.map(({ topic: to, input }) => [to, input.conversationId, input.body])).toEqual([
      [topic, conversationId, 'I will ring at midday'],
      [noteTopic, noteId, 'No answer'],
    ])
  })

  it('a note goes to nobody at all until the team’s own topic is known', async () => {
    const on = stage(sam, <ConversationPane conversationId={conversationId} />)
    await act(async () => on.live.set(topic, { state: thread([message(1, kofiMember)]) }))
    fireEvent.keyDown(window, { code: 'KeyN', altKey: true })
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'He sounds worse than last week' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save note, staff only' }))
    await pass(0)
    expect(on.live.pushed).toEqual([])
    expect(screen.getByRole('alert').textContent).toMatch(/^The team’s notes are not here yet/)
    await act(async () => on.live.set(deskTopic, { state: { conversationId, noteConversationId: noteId } }))
    fireEvent.click(screen.getByRole('button', { name: 'Save note, staff only' }))
    await pass(0)
    expect(on.live.pushed).toMatchObject([
      { topic: noteTopic, input: { conversationId: noteId, body: 'He sounds worse than last week' } },
    ])
  })

  it('each box keeps its own words', async () => {
    const { write, box } = await opened()
    write('For Kofi')
    fireEvent.click(screen.getByRole('tab', { name: 'Staff note' }))
    expect(box().value).toBe('')
    write('For us')
    fireEvent.click(screen.getByRole('tab', { name: 'Reply' }))
    expect(box().value).toBe('For Kofi')
  })

  it('says at once that something has not gone, in words, while there is no connection', async () => {
    const { live, write } = await opened()
    await act(async () => live.connect(false))
    write('Are you there?')
    fireEvent.click(screen.getByRole('button', { name: 'Send to Kofi' }))
    await pass(500)
    expect(screen.getByText('Not sent yet. It waits in this tab.')).toBeTruthy()
    await pass(3_000)
    expect(screen.getByText('Reconnecting. Replies wait in this tab and are marked.')).toBeTruthy()
  })

  it('asks for a second press while a colleague is replying', async () => {
    const { live, write } = await opened()
    write('I will ring at midday')
    await act(async () => live.hear(deskTopic, 'typing', { name: 'Nia Hughes', note: false }, niaId))
    const send = screen.getByRole('button', { name: 'Send to Kofi' })
    fireEvent.click(send)
    await pass(0)
    expect(live.pushed).toEqual([])
    expect(screen.getByRole('alert').textContent).toBe('Nia Hughes is replying. Press again to send yours too.')
    fireEvent.click(send)
    await pass(0)
    expect(live.pushed).toHaveLength(1)
  })

  it('tells the team, and only the team, that somebody is writing', async () => {
    const { live, write } = await opened()
    write('I')
    write('I w')
    expect(live.signalled.map(({ topic: to }) => to)).toEqual([deskTopic])
    await pass(3_100)
    write('I wi')
    expect(live.signalled).toHaveLength(2)
  })
})

describe('who is here', () => {
  it('a colleague is shown replying until their message comes', async () => {
    const { live, say } = await opened()
    await act(async () => {
      live.set(deskTopic, { present: [samId, niaId] })
      live.hear(deskTopic, 'typing', { name: 'Nia Hughes', note: false }, niaId)
    })
    expect(screen.getByText('Nia Hughes replying…')).toBeTruthy()
    await say({ state: thread([message(1, kofiMember), message(2, samMember), message(3, niaMember)]) })
    expect(screen.queryByText('Nia Hughes replying…')).toBeNull()
    expect(screen.getByText('Nia Hughes viewing')).toBeTruthy()
  })

  it('says who can see it and who cannot, for the person and for a carer', async () => {
    const { say } = await opened()
    expect(
      screen.getByText('2 people in this team can see this. Their family and carers cannot see this.'),
    ).toBeTruthy()
    const { head } = thread([])
    const carer = { carerLinkId: id(70), name: 'Raj', relationship: 'brother' }
    await say({ state: thread([], { head: { ...head, kind: 'carer_team', carer } }) })
    expect(screen.getByText('2 people in this team can see this. Kofi cannot see this. The team can.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Send to Raj' })).toBeTruthy()
  })
})

describe('a conversation that is lost while it is open', () => {
  it('closes at once and offers what was being written', async () => {
    const { say, write, onClose } = await opened()
    write('Dear Kofi, I heard')
    await pass(400)
    await say({ status: 'refused', state: undefined })
    expect(screen.getByRole('heading', { name: 'You no longer have access to this conversation' })).toBe(
      document.activeElement,
    )
    expect(screen.queryByText('Words 1')).toBeNull()
    expect(screen.getByText('Dear Kofi, I heard')).toBeTruthy()
    const written = vi.fn(async () => {})
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } })
    fireEvent.click(screen.getByRole('button', { name: 'Copy my words' }))
    expect(written).toHaveBeenCalledWith('Dear Kofi, I heard')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(onClose).toHaveBeenCalledTimes(1)
    expect(draftsOf(samId).get(replyPlace(conversationId, 'reply'))).toBe('')
  })

  it('offers what was typed in the very last moment, and the words of a message being changed', async () => {
    const fresh = message(2, samMember, { body: 'At noon', sentAt: '2026-04-15T08:55:00.000Z' })
    const { say, write } = await opened([message(1, kofiMember), fresh])
    write('Dear Kofi')
    fireEvent.click(within(screen.getByText('At noon').closest('li') as HTMLElement).getByRole('button'))
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }))
    write('At one')
    await say({ status: 'refused', state: undefined })
    expect(screen.getByText(/Dear Kofi\s+At one/)).toBeTruthy()
  })

  it('offers what had not gone yet as well', async () => {
    const { say, write } = await opened()
    write('Waiting to go')
    fireEvent.click(screen.getByRole('button', { name: 'Send to Kofi' }))
    await pass(0)
    await say({ status: 'refused', state: undefined })
    expect(screen.getByText('Waiting to go')).toBeTruthy()
  })

  it('that was never there is the same page as one that does not exist', async () => {
    const on = stage(sam, <ConversationPane conversationId={conversationId} />)
    await act(async () => on.live.set(topic, { status: 'refused' }))
    expect(screen.getByText("We can't show this.")).toBeTruthy()
    expect(screen.queryByText(/no longer/)).toBeNull()
  })
})

describe('what was said', () => {
  const menu = (text: string) => {
    const bubble = screen.getByText(text).closest('li')
    fireEvent.click(within(bubble as HTMLElement).getByRole('button', { name: 'Acts for this message' }))
    return screen.getAllByRole('menuitem').map((item) => item.textContent)
  }

  it('may be edited for ten minutes, then corrected; a colleague’s only copied', async () => {
    const old = message(1, samMember, { body: 'Old words', sentAt: '2026-04-15T08:49:00.000Z' })
    const fresh = message(2, samMember, { body: 'Fresh words', sentAt: '2026-04-15T08:55:00.000Z' })
    await opened([old, fresh, message(3, niaMember, { body: 'Her words' })])
    expect(menu('Fresh words')).toEqual(['Edit', 'Copy', 'Withdraw'])
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(menu('Old words')).toEqual(['Correct', 'Copy', 'Withdraw'])
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(menu('Her words')).toEqual(['Copy'])
  })

  it('becomes a correction, with its words kept, when the server’s ten minutes were over', async () => {
    const { live, write, box } = await opened([
      message(1, samMember, { body: 'Thursday', sentAt: '2026-04-15T08:51:00.000Z' }),
    ])
    menu('Thursday')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }))
    expect(box().value).toBe('Thursday')
    write('Friday')
    fireEvent.click(screen.getByRole('button', { name: 'Save change' }))
    await pass(0)
    expect(live.pushed[0]).toMatchObject({ name: 'message.edit', input: { messageId: id(1001), body: 'Friday' } })
    await act(async () => live.pushed[0]?.answer({ ok: false, problem: { status: 409, code: 'too-late-to-edit' } }))
    expect(screen.getByText('More than 10 minutes have passed, so this goes as a correction.')).toBeTruthy()
    expect(box().value).toBe('Friday')
    fireEvent.click(screen.getByRole('button', { name: 'Send correction to Kofi' }))
    await pass(0)
    expect(live.pushed[1]).toMatchObject({ name: 'message.correct', input: { correctsId: id(1001), body: 'Friday' } })
  })

  it('goes from where it is quoted, once it is withdrawn', async () => {
    const asked = message(1, kofiMember, { body: 'My brother must not know' })
    const answer = message(2, samMember, { body: 'I hear you', replyToId: asked.messageId })
    const { say } = await opened([asked, answer])
    expect(screen.getAllByText('My brother must not know')).toHaveLength(2)
    await say({ state: thread([{ ...asked, body: '', withdrawnAt: '2026-04-15T08:59:00.000Z' }, answer]) })
    expect(screen.queryByText('My brother must not know')).toBeNull()
    expect(screen.getByText('I hear you')).toBeTruthy()
  })

  it('is withdrawn only after a named confirm, with focus on keeping it', async () => {
    const { live } = await opened([message(1, samMember, { body: 'To the wrong person' })])
    menu('To the wrong person')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Withdraw' }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' }))
    expect(live.pushed).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Withdraw' }))
    expect(live.pushed[0]).toMatchObject({ name: 'message.withdraw', input: { messageId: id(1001) } })
  })
})

describe('reading', () => {
  it('is said after two seconds, and not again after Mark unread', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true)
    const { live } = await opened()
    await pass(2_100)
    expect(live.pushed[0]).toMatchObject({ name: 'conversation.read', input: { through: 2 } })
    fireEvent.keyDown(window, { code: 'KeyM', altKey: true })
    expect(live.pushed[1]).toMatchObject({ name: 'conversation.read', input: { through: 0, markUnread: true } })
    await pass(10_000)
    expect(live.pushed).toHaveLength(2)
  })

  it('new messages are spoken once; what was there and my own are not', async () => {
    const { say, spoken } = await opened()
    await pass(2_000)
    expect(spoken()).toEqual([])
    await say({
      state: thread([message(1, kofiMember), message(2, samMember), message(3, kofiMember), message(4, samMember)]),
    })
    await pass(2_000)
    expect(spoken()).toEqual(['Kofi: Words 3'])
  })
})

describe('a conversation that is over', () => {
  it('is read, not answered; the team’s notes go on', async () => {
    const { head } = thread([])
    await opened([message(1, kofiMember)], { head: { ...head, state: 'closed' } })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(
      screen.getByText('This person has finished with Lichfield Wellbeing. You can read these messages.'),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('tab', { name: 'Staff note' }))
    expect(screen.getByRole('textbox')).toBeTruthy()
  })
})
