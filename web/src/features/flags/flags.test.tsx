import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { RiskFlag } from '@weft/contract/conversations/flags.ts'
import { expect, test } from 'vitest'
import { conversationId, id, kofiMember, message, noteId, sam, thread } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { ConversationPane } from '../conversation/conversation-pane.tsx'

const flag: RiskFlag = {
  flagId: id(71),
  conversationId,
  personId: id(72),
  source: 'item9',
  level: 'urgent',
  openedAt: '2026-04-15T08:00:00Z',
  wantsCall: true,
}
const acknowledge = `POST /api/conversations/${conversationId}/flags/${flag.flagId}/acknowledge`
const close = `POST /api/conversations/${conversationId}/flags/${flag.flagId}/close`

async function opened() {
  const server = fakeServer({
    'GET /api/me/settings': {},
    'GET /api/flags': { flags: [flag] },
    [acknowledge]: { ...flag, acknowledged: { by: 'Sam Okafor', at: '2026-04-15T08:05:00Z' } },
    [close]: { ...flag, closed: { by: 'Sam Okafor', at: '2026-04-15T08:06:00Z', outcome: 'spoke' } },
  })
  const on = stage(sam, <ConversationPane conversationId={conversationId} head={<p>head</p>} />)
  const desk = (flags: RiskFlag[]) =>
    act(async () =>
      on.live.set(`conversation-desk:${conversationId}`, {
        state: { conversationId, noteConversationId: noteId, flags },
        present: [],
      }),
    )
  await act(async () => on.live.set(`conversation:${conversationId}`, { state: thread([message(1, kofiMember)]) }))
  await desk([flag])
  return { ...on, server, desk }
}

test('a flag says what to do and by when, not what was answered', async () => {
  await opened()
  expect(screen.getByText(/may be at risk$/)).toBeTruthy()
  expect(screen.getByText(/From an answer to questions/)).toBeTruthy()
  expect(screen.getByText(/would like a call\.$/)).toBeTruthy()
})

test('taking it up shows who has, to everybody at the desk', async () => {
  const { server, desk } = await opened()
  fireEvent.click(screen.getByRole('button', { name: 'I am dealing with this' }))
  await waitFor(() => expect(server.askedFor(acknowledge)).toHaveLength(1))
  await desk([{ ...flag, acknowledged: { by: 'Nia Hughes', at: '2026-04-15T08:05:00Z' } }])
  expect(screen.getByText(/^Nia Hughes is dealing with this/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'I am dealing with this' })).toBeNull()
})

test('a note that is too long is said so by its box, and kept', async () => {
  const { server } = await opened()
  fireEvent.click(screen.getByRole('button', { name: 'Close with an outcome' }))
  const dialog = screen.getByRole('alertdialog')
  fireEvent.click(within(dialog).getByLabelText('Spoke to them'))
  const note = within(dialog).getByRole<HTMLTextAreaElement>('textbox')
  fireEvent.change(note, { target: { value: 'a'.repeat(2_001) } })
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close the flag' }))
  expect(within(dialog).getByText('Make the note shorter')).toBeTruthy()
  expect(note.value).toHaveLength(2_001)
  expect(server.askedFor(close)).toHaveLength(0)
})

test('it closes only with an outcome', async () => {
  const { server, desk } = await opened()
  fireEvent.click(screen.getByRole('button', { name: 'Close with an outcome' }))
  const dialog = screen.getByRole('alertdialog')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close the flag' }))
  expect(within(dialog).getByText('Choose what came of it')).toBeTruthy()
  expect(server.askedFor(close)).toHaveLength(0)
  fireEvent.click(within(dialog).getByLabelText('Spoke to them'))
  fireEvent.click(within(dialog).getByRole('button', { name: 'Close the flag' }))
  await waitFor(() => expect(server.askedFor(close)[0]?.body).toEqual({ outcome: 'spoke' }))
  await desk([])
  expect(screen.queryByText(/may be at risk$/)).toBeNull()
})
