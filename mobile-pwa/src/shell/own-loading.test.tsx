import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { setStage, strikeStage } from '../testing/stage.tsx'
import { OwnContext, type Owned } from './own-context.ts'
import { OwnLoading } from './own-loading.tsx'

vi.mock('socket.io-client', () => import('../testing/fake-socket-io.ts'))
vi.setConfig({ testTimeout: 20_000 })
afterEach(() => {
  vi.useRealTimers()
  strikeStage()
})

test('what takes long to come can be asked for again', () => {
  vi.useFakeTimers()
  const retry = vi.fn()
  const owned = { retry } as Partial<Owned> as Owned
  render(
    <OwnContext value={{ owned, ready: Promise.resolve() }}>
      <OwnLoading shape="rows" />
    </OwnContext>,
  )
  expect(screen.queryByRole('button')).toBeNull()
  act(() => vi.advanceTimersByTime(300))
  act(() => vi.advanceTimersByTime(7_700))
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledOnce()
})

test.each([
  ['/goals', 'Add a goal'],
  ['/plan', 'Add an idea'],
])('on a phone that was never told anything and has no signal, something can be added at %s', async (path, name) => {
  const stage = setStage()
  stage.server.isUp = false
  stage.open(path)
  expect(await screen.findByRole('link', { name })).toBeTruthy()
})
