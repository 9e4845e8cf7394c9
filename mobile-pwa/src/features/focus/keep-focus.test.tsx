import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import KeepFocus from './keep-focus.tsx'

afterEach(cleanup)

function Page() {
  const [rows, setRows] = useState(['One', 'Two', 'Three'])
  const [isEdited, setEdited] = useState(false)
  return (
    <>
      <h1 tabIndex={-1}>Diary</h1>
      <main>
        {rows.length > 0 && (
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button type="button" onClick={() => setRows(rows.filter((one) => one !== row))}>
                  Remove {row}
                </button>
              </li>
            ))}
          </ul>
        )}
        {isEdited ? (
          <form>
            <textarea aria-label="Your words" />
            <button type="button" onClick={() => setEdited(false)}>
              Save
            </button>
          </form>
        ) : (
          <article>
            <button type="button" onClick={() => setEdited(true)}>
              Change
            </button>
          </article>
        )}
        <dialog open>
          <button type="button" onClick={() => setRows(['Four'])}>
            In a dialog
          </button>
        </dialog>
      </main>
      <KeepFocus />
    </>
  )
}

const press = (name: string) => {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
}
const isAt = (name: string) =>
  waitFor(() =>
    expect(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent).toBe(name),
  )

it('goes to the next row when one is taken away, and to what follows the last of them', async () => {
  render(<Page />)
  press('Remove One')
  await isAt('Remove Two')
  press('Remove Two')
  await isAt('Remove Three')
  press('Remove Three')
  await isAt('Change')
})

it('goes into what opens in the same place, and back', async () => {
  render(<Page />)
  press('Change')
  await isAt('Your words')
  press('Save')
  await isAt('Change')
})

it('is left where it is while what has it stands', async () => {
  render(<Page />)
  press('In a dialog')
  await screen.findByRole('button', { name: 'Remove Four' })
  await isAt('In a dialog')
})

it('leaves another page to its heading', async () => {
  render(<Page />)
  const button = screen.getByRole('button', { name: 'Remove One' })
  button.focus()
  history.pushState(null, '', '/elsewhere')
  fireEvent.click(button)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove One' })).toBeNull())
  await Promise.resolve()
  expect(document.activeElement).toBe(document.body)
})
