import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { ListRow, RowList } from './list-row.tsx'

afterEach(cleanup)

it('a row is a link, a button or neither, in a named list', () => {
  const onPress = vi.fn()
  render(
    <RowList label="Settings">
      <ListRow href="/notices" title="Notifications" detail="On" />
      <ListRow onPress={onPress} title="Language" />
      <ListRow title="Sleep" end={<button type="button">Stop sharing</button>} />
    </RowList>,
  )
  expect(screen.getByRole('list', { name: 'Settings' }).children).toHaveLength(3)
  expect(screen.getByRole('link', { name: /Notifications/ }).getAttribute('href')).toBe('/notices')
  fireEvent.click(screen.getByRole('button', { name: 'Language' }))
  expect(onPress).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: 'Stop sharing' }).closest('a, button:not([name])')?.textContent).toBe(
    'Stop sharing',
  )
})
