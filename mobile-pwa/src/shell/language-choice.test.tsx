import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setStage, strikeStage } from '../testing/stage.tsx'
import { speak } from '../words/words.ts'
import { changeLook } from './look.ts'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))

vi.setConfig({ testTimeout: 20_000 })

afterEach(async () => {
  strikeStage()
  changeLook({ language: 'en' })
  await speak('en')
})

describe('the choice of a language before anybody is signed in', () => {
  it('changes the page at once, in words, language and direction', async () => {
    setStage({ session: null }).open('/')
    fireEvent.click(await screen.findByRole('button', { name: 'فارسی' }))
    expect(
      await screen.findByText('به تیم مراقبت خود بنویسید. بدانید کی جواب می‌دهند. بدون آنتن هم کار می‌کند.'),
    ).toBeTruthy()
    await waitFor(() => expect(document.documentElement.dir).toBe('rtl'))
    expect(document.documentElement.lang).toBe('fa')
    expect(screen.getByRole('button', { name: 'فارسی' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('stands in Get help now too, and turns the crisis lines, their numbers as they are', async () => {
    setStage({ session: null }).open('/')
    fireEvent.click(await screen.findByRole('link', { name: 'Get help now' }))
    const choices = await screen.findAllByRole('button', { name: 'Cymraeg' })
    fireEvent.click(choices.at(-1) as HTMLElement)
    const line = await screen.findByRole('link', { name: /^Y Samariaid 116.123/ })
    expect(line.getAttribute('href')).toBe('tel:116123')
  })

  it('becomes the account’s with the next sign-in', async () => {
    const stage = setStage()
    stage.routes['GET /api/me'] = () => [401, { type: 'about:blank', title: '', status: 401, code: 'not-signed-in' }]
    stage.open('/')
    fireEvent.click(await screen.findByRole('button', { name: 'Cymraeg' }))
    await screen.findByText('Mae gen i gyfrif')
    const signedIn = setStage()
    signedIn.open('/today')
    await waitFor(() =>
      expect(signedIn.asked).toContainEqual({ route: 'PATCH /api/me/settings', input: { language: 'cy' } }),
    )
  })
})

describe('a screen that the language has no words for', () => {
  it('is in English and marked so, within the rest', async () => {
    const stage = setStage()
    const settings = stage.routes['GET /api/me/settings']?.({})
    stage.routes['GET /api/me/settings'] = () => [200, { ...(settings?.[1] as object), language: 'fa' }]
    stage.open('/goals')
    await waitFor(() => expect(document.documentElement.dir).toBe('rtl'))
    const title = await screen.findByRole('heading', { level: 1, name: 'Goals' })
    await waitFor(() => expect(title.querySelector('bdi')?.lang).toBe('en'))
    const part = (await screen.findByRole('link', { name: 'Add a goal' })).closest('main [lang]')
    expect([part?.getAttribute('lang'), part?.getAttribute('dir')]).toEqual(['en', 'ltr'])
    expect(screen.getByRole('link', { name: 'پیام‌ها' })).toBeTruthy()
  })
})
