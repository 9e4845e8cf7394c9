import { fireEvent, screen, waitFor } from '@testing-library/react'
import { problemOf } from '@weft/contract/problem.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { kofi, type Stage, setStage, strikeStage } from '../../testing/stage.tsx'

vi.mock('socket.io-client', () => import('../../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })

let stage: Stage
beforeEach(() => {
  stage = setStage({ session: null })
  stage.routes['POST /api/sign-up'] = () => [202, {}]
})
afterEach(strikeStage)

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const signUpId = () => stage.asked.find(({ route }) => route === 'POST /api/sign-up')?.input.signUpId as string

const begin = async () => {
  stage.open('/join/1')
  await heading('Sign up')
  fill('What should we call you? (optional)', 'Ade')
  fill('Your email', 'ade@example.com')
  press('Continue')
  await heading('Enter the code we sent')
}
const prove = async () => {
  await begin()
  stage.routes[`POST /api/sign-up/${signUpId()}/prove`] = ({ code }) =>
    code === '123 456' ? [200, {}] : [401, problemOf('code-not-right')]
  fill('Code', '123 456')
  press('Continue')
  await heading('Make a password')
}
const choosePassword = async () => {
  fill('Password', 'three small boats')
  press('Continue')
  await heading('Your privacy')
}
const tickAll = () => {
  for (const label of ['I am 13 or over', 'I agree to the terms', 'I have read how my data is used']) {
    fireEvent.click(screen.getByLabelText(label))
  }
}

describe('signing up', () => {
  it('goes through three pages to the start, and asks nothing twice', async () => {
    await prove()
    await choosePassword()
    stage.routes[`POST /api/sign-up/${signUpId()}/complete`] = () => [201, kofi]
    tickAll()
    press('Create my account')
    expect(await heading('What would help?')).toBeTruthy()
    const completed = stage.asked.find(({ route }) => route.endsWith('/complete'))?.input
    expect(completed).toMatchObject({ calledName: 'Ade', password: 'three small boats', agreesToTerms: true })
    expect(sessionStorage.getItem('weft.join')).toBeNull()
  })

  it('says what to put right, at the top and by the field, and takes it away once it is changed', async () => {
    stage.open('/join/1')
    await heading('Sign up')
    fill('Your email', 'ade at example')
    press('Continue')
    expect(screen.getAllByText('Enter your email, like name@example.com')).toHaveLength(2)
    expect(document.activeElement?.textContent).toContain('There is a problem')
    expect(screen.getByLabelText('Your email').getAttribute('aria-invalid')).toBe('true')
    fill('Your email', 'ade@example.com')
    expect(screen.getByLabelText('Your email').getAttribute('aria-invalid')).toBeNull()
    expect(stage.asked.some(({ route }) => route === 'POST /api/sign-up')).toBe(false)
  })

  it('keeps the answers when a code was wrong, and on the way back', async () => {
    await begin()
    stage.routes[`POST /api/sign-up/${signUpId()}/prove`] = () => [401, problemOf('code-not-right')]
    fill('Code', '000000')
    press('Continue')
    expect(await screen.findAllByText('That code did not work. Check it, or ask for a new one.')).toHaveLength(2)
    expect(screen.getByLabelText('Code')).toHaveProperty('value', '000000')
    fireEvent.click(screen.getByRole('link', { name: 'Back' }))
    await heading('Sign up')
    expect(screen.getByLabelText('Your email')).toHaveProperty('value', 'ade@example.com')
  })

  it('never keeps the password: a reload on the last page asks for it again', async () => {
    await prove()
    await choosePassword()
    expect(sessionStorage.getItem('weft.join')).not.toContain('boats')
    stage.open('/join/3')
    expect(await heading('Make a password')).toBeTruthy()
  })

  it('leads back to the password when too many people use it', async () => {
    await prove()
    await choosePassword()
    const fields = [{ path: 'password', message: 'too common' }]
    stage.routes[`POST /api/sign-up/${signUpId()}/complete`] = () => [422, problemOf('not-acceptable', { fields })]
    tickAll()
    press('Create my account')
    await heading('Make a password')
    expect(await screen.findAllByText('Too many people use that password. Choose another one.')).toHaveLength(2)
  })

  it('asks for a new code at the earliest after 30 seconds', async () => {
    await begin()
    press('Send the code again')
    expect(await screen.findByText(/^You can ask for a new code in (29|30) seconds\.$/)).toBeTruthy()
    expect(stage.asked.some(({ route }) => route.endsWith('/code'))).toBe(false)
  })

  it('needs each of the three ticks', async () => {
    await prove()
    await choosePassword()
    press('Create my account')
    await waitFor(() => expect(screen.getAllByRole('link', { name: /^Tick to/ })).toHaveLength(3))
  })
})
