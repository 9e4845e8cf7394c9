import { expect, it, vi } from 'vitest'
import { browserTabs } from './tabs.ts'

it('a tab that has closed says nothing more, and what was under way ends in peace', async () => {
  const [one, other] = [browserTabs('test'), browserTabs('test')]
  const heard = vi.fn()
  other.onMessage(heard)
  one.post('before')
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('before'))
  one.close()
  expect(() => one.post('after')).not.toThrow()
  other.close()
})
