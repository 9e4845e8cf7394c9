import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Stage, setStage, strikeStage } from '../../testing/stage.tsx'
import { passagesIn } from './page-text.ts'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

class Utterance extends EventTarget {
  text: string
  voice?: { name: string }
  lang = ''
  constructor(text: string) {
    super()
    this.text = text
  }
}
const own = { name: 'Own', lang: 'en-GB', localService: true, default: false }
const sent = { name: 'Sent away', lang: 'en-GB', localService: false, default: true }

let stage: Stage
let spoken: Utterance[]
let voices: (typeof own)[]
const cancel = vi.fn(() => {
  spoken = []
})
beforeEach(() => {
  spoken = []
  voices = [sent, own]
  const speech = { getVoices: () => voices, speak: (one: Utterance) => spoken.push(one), cancel }
  vi.stubGlobal('speechSynthesis', Object.assign(new EventTarget(), speech))
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  stage = setStage()
})
afterEach(() => {
  strikeStage()
  localStorage.clear()
  vi.unstubAllGlobals()
})

async function turnedOn() {
  stage.open('/settings')
  fireEvent.click(await screen.findByRole('switch', { name: 'Read aloud' }))
  return screen.findByRole('button', { name: 'Read this page' })
}

test('is off until it is chosen, then reads the page with a voice of this phone alone', async () => {
  stage.open('/settings')
  await screen.findByRole('switch', { name: 'Read aloud' })
  expect(screen.queryByRole('button', { name: 'Read this page' })).toBeNull()
  fireEvent.click(await turnedOn())
  expect(spoken[0]?.text).toBe('Settings')
  expect(spoken.map(({ text }) => text)).toContain('Language')
  expect(new Set(spoken.map(({ voice }) => voice?.name))).toEqual(new Set(['Own']))
  expect(spoken.map(({ text }) => text)).not.toContain('Read this page')
})

test('falls silent when it is told to, when the page is left and when the phone is put away', async () => {
  const button = await turnedOn()
  fireEvent.click(button)
  fireEvent.click(screen.getByRole('button', { name: 'Stop reading' }))
  expect(spoken).toEqual([])
  for (const leave of [
    () => document.dispatchEvent(new Event('visibilitychange')),
    () => dispatchEvent(new Event('pagehide')),
  ]) {
    fireEvent.click(await screen.findByRole('button', { name: 'Read this page' }))
    expect(spoken.length).toBeGreaterThan(0)
    act(() => void leave())
    expect(spoken).toEqual([])
  }
  fireEvent.click(await screen.findByRole('button', { name: 'Read this page' }))
  fireEvent.click(screen.getByRole('link', { name: 'Messages' }))
  await screen.findByRole('heading', { level: 1, name: 'Messages' })
  expect(spoken).toEqual([])
})

test('says so where only voices of somebody else’s servers speak the language', async () => {
  voices = [sent]
  stage.open('/settings')
  expect(await screen.findByText('Read aloud: This phone has no voice of its own for this language.')).toBeTruthy()
  expect(screen.queryByRole('switch', { name: 'Read aloud' })).toBeNull()
})

test('is not there where nothing can speak', async () => {
  vi.unstubAllGlobals()
  strikeStage()
  stage = setStage()
  stage.open('/settings')
  await screen.findByRole('radio', { name: 'Large' })
  expect(screen.queryByText(/Read aloud/)).toBeNull()
})

test('a page’s words are taken in order and in their language, without what is typed or hidden', () => {
  const page = document.createElement('main')
  page.lang = 'en'
  page.innerHTML = `<h2>One <b>two</b></h2><p hidden>no</p><p aria-hidden="true">no</p>
    <textarea>my diary</textarea><ul><li>three</li><li lang="cy">pedwar</li></ul><div data-unread>no</div>`
  expect(passagesIn([page])).toEqual([
    { text: 'One two', language: 'en' },
    { text: 'three', language: 'en' },
    { text: 'pedwar', language: 'cy' },
  ])
})
