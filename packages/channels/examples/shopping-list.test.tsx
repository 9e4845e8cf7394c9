// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { App } from './shopping-list.tsx'

afterEach(cleanup)

it('shows where it stands before anybody has answered', () => {
  render(<App listId="0198f0a0-0000-7000-8000-000000000001" />)
  expect(screen.getByText('joining')).toBeDefined()
  expect(screen.getByLabelText('What to buy')).toBeDefined()
})
