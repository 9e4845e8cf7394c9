import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Skeleton } from './skeleton.tsx'

afterEach(cleanup)

it('a skeleton is never read', () => {
  const { container } = render(<Skeleton shape="rows" count={6} />)
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true')
  expect(container.querySelectorAll('span')).toHaveLength(6)
})
