import { cleanup, render, screen } from '@testing-library/react'
import { Sprout } from 'lucide-react'
import { afterEach, describe, expect, it } from 'vitest'
import { Card, Tile, TileGrid } from './card.tsx'

afterEach(cleanup)

describe('a card', () => {
  it('with a title is a section named by it, at the level asked for', () => {
    render(
      <Card title="Next" titleLevel={3}>
        <p>Friday</p>
      </Card>,
    )
    expect(screen.getByRole('region', { name: 'Next' }).textContent).toBe('NextFriday')
    expect(screen.getByRole('heading', { level: 3, name: 'Next' })).toBeTruthy()
  })

  it('without one is no landmark', () => {
    render(<Card>Friday</Card>)
    expect(screen.queryByRole('region')).toBeNull()
  })
})

it('tiles are a named list of links', () => {
  render(
    <TileGrid label="More">
      <Tile href="/tips" label="Tips" icon={Sprout} />
    </TileGrid>,
  )
  expect(screen.getByRole('navigation', { name: 'More' }).querySelectorAll('li > a')).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Tips' }).getAttribute('href')).toBe('/tips')
})
