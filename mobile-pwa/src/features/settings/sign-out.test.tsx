import { fireEvent, screen, within } from '@testing-library/react'
import { today as todayOf } from '@weft/contract/trackers/days.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(strikeStage)

it('says of a night’s sleep that a thing is not sent', async () => {
  stage.open(`/track/sleep/${todayOf(new Date())}`)
  fireEvent.click(await screen.findByRole('radio', { name: '6 hours' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved, 6 hours')
  stage.open('/settings')
  fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }))
  const asked = within(await screen.findByRole('alertdialog', { name: 'Sign out' }))
  expect(asked.getByText(/^1 thing is not sent\. It stays locked/)).toBeTruthy()
})
