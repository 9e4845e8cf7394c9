import { cleanup, render } from '@testing-library/react'
import { Lock } from 'lucide-react'
import { afterEach, expect, it } from 'vitest'
import { Badge } from './badge.tsx'

afterEach(cleanup)

it('a badge says in words what its colour repeats', () => {
  const { container } = render(
    <Badge tone="private" icon={Lock}>
      Only you
    </Badge>,
  )
  expect(container.textContent).toBe('Only you')
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})
