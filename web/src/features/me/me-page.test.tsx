import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draftsOf, forgetDrafts } from '../../shell/drafts.ts'
import { sam, samId } from '../../testing/cast.ts'
import { fakeServer } from '../../testing/fake-server.ts'
import { stage } from '../../testing/stage.tsx'
import { MePage } from './me-page.tsx'

const opened = () => {
  fakeServer({ 'GET /api/me/settings': {}, 'GET /api/me/devices': { devices: [] } })
  draftsOf(samId).set('reply:1', 'Dear Kofi')
  return stage(sam, <MePage />)
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('signing out over unfinished words asks, and then lets go of them as it said', async () => {
  const { store } = opened()
  press('Sign out')
  expect(screen.getByText('You have 1 unfinished text in this tab. Signing out drops it.')).toBeTruthy()
  press('Stay signed in')
  expect(store.signOut).not.toHaveBeenCalled()
  press('Sign out')
  press('Sign out and drop')
  await waitFor(() => expect(draftsOf(samId).size).toBe(0))
  expect(store.signOut).toHaveBeenCalledTimes(1)
})

it('a sign-out that did not happen drops nothing', async () => {
  const { store } = opened()
  store.signOut = async () => {
    throw new Error('offline')
  }
  press('Sign out')
  press('Sign out and drop')
  expect(await screen.findByText(/^We could not sign you out/)).toBeTruthy()
  expect(draftsOf(samId).size).toBe(1)
  forgetDrafts(samId)
})
