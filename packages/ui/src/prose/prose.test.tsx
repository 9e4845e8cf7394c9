import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { Prose } from './prose.tsx'

afterEach(cleanup)

it('draws each block as the element that it is, one level deeper under a heading', () => {
  render(
    <Prose
      under={1}
      blocks={[
        { kind: 'heading', level: 2, inside: [{ kind: 'text', text: 'Start small' }] },
        { kind: 'list', isOrdered: true, items: [[{ kind: 'text', text: 'Shoes' }], [{ kind: 'text', text: 'Door' }]] },
        { kind: 'paragraph', inside: [{ kind: 'link', text: 'NHS', href: 'https://www.nhs.uk' }] },
      ]}
    />,
  )
  expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Start small')
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Shoes', 'Door'])
  expect(screen.getByRole('link', { name: 'NHS' }).getAttribute('href')).toBe('https://www.nhs.uk')
})

it('shows markup as the text that it is', () => {
  const hostile = '<img src=x onerror=alert(1)>'
  render(<Prose blocks={[{ kind: 'paragraph', inside: [{ kind: 'strong', text: hostile }] }]} />)
  expect(screen.getByText(hostile)).toBeTruthy()
  expect(document.querySelector('img')).toBeNull()
})
