import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainManifest, usualManifest } from '../../build/manifests.ts'
import { useWords, WordsProvider } from '../words/words-provider.tsx'
import { plainCache } from './plain-cache.ts'
import { choosePlain, plainName, usePlain, wearName } from './plain-name.ts'

const cachesNow = new Set<string>()
const link = (rel: string) => document.querySelector(`link[rel="${rel}"]`)?.getAttribute('href')

beforeEach(() => {
  localStorage.clear()
  cachesNow.clear()
  vi.stubGlobal('caches', {
    open: async (name: string) => void cachesNow.add(name),
    delete: async (name: string) => cachesNow.delete(name),
  })
  document.head.innerHTML = `
    <link rel="icon" href="/icon.svg"><link rel="apple-touch-icon" href="/icon-180.png">
    <link rel="manifest" href="/manifest.webmanifest"><title>Weft</title>`
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Named() {
  return <p>{useWords().app.name}</p>
}
function Page() {
  return (
    <WordsProvider language="en" name={usePlain() ? plainName : undefined}>
      <Named />
    </WordsProvider>
  )
}

test('a device with the neutral name shows it from its next start on, before anybody signs in, and can go back', async () => {
  render(<Page />)
  act(() => choosePlain(true))
  expect(screen.getByText(plainName)).toBeTruthy()
  expect(cachesNow).toContain(plainCache)

  document.title = 'Weft'
  for (const rel of ['icon', 'apple-touch-icon', 'manifest'])
    document.querySelector(`link[rel="${rel}"]`)?.setAttribute('href', '/')
  wearName() // the next start of a page
  expect([link('manifest'), link('icon'), link('apple-touch-icon'), document.title]).toEqual([
    '/manifest-plain.webmanifest',
    '/plain.svg',
    '/plain-180.png',
    plainName,
  ])

  act(() => choosePlain(false))
  expect(screen.getByText('Weft')).toBeTruthy()
  expect([link('manifest'), link('icon')]).toEqual(['/manifest.webmanifest', '/icon.svg'])
  expect(cachesNow.size).toBe(0)
})

test('the neutral app is another app to a phone, and nothing in it says whose or what for', () => {
  expect(plainManifest.id).not.toBe(usualManifest.id)
  expect(plainManifest.scope).toBe(usualManifest.scope)
  expect(JSON.stringify(plainManifest)).not.toMatch(/weft|health|care|"\/icon/i)
})
