/**
 * What a script adds to the public pages, which stand without it: keeping a tip on this phone, the list of those kept, and printing. What is
 * kept is the page as it was sent, in a store of its own; the service worker answers with it when there is no network.
 */
import { forget, keepPage, keptPages } from './kept-pages.ts'

// Whoever has signed in since, and left quickly, finds the app in this page's place when they come back to it: by its state it is known for a
// page that lay behind the weather (shell/leave-quickly.ts).
if (history.state === null) history.replaceState({ index: 0 }, '')

const acts = document.getElementById('tip-acts')
if (acts) void offerActs(acts)
const list = document.getElementById('saved-tips')
if (list) void showKept(list)

async function offerActs(place: HTMLElement): Promise<void> {
  const save = place.querySelector<HTMLButtonElement>('[data-act=save]')
  const status = place.querySelector('[role=status]')
  place.querySelector('[data-act=print]')?.addEventListener('click', () => print())
  place.hidden = false
  if (!save || !status) return
  if (!('caches' in globalThis) || !('serviceWorker' in navigator)) return save.remove()
  const words = place.dataset as Record<'save' | 'saving' | 'saved' | 'unsave' | 'failed', string>
  const { pathname } = location
  const show = (isKept: boolean) => {
    save.textContent = isKept ? words.unsave : words.save
    save.dataset.kept = String(isKept)
  }
  show((await keptPages()).some(({ path }) => path === pathname))
  save.addEventListener('click', async () => {
    const wasKept = save.dataset.kept === 'true'
    try {
      status.textContent = wasKept ? '' : words.saving
      await (wasKept ? forget(pathname) : keepPage(pathname, document.querySelector('h1')?.textContent ?? ''))
      show(!wasKept)
      status.textContent = wasKept ? '' : words.saved
    } catch {
      status.textContent = words.failed
    }
  })
}

async function showKept(place: HTMLElement): Promise<void> {
  const pages = 'caches' in globalThis ? await keptPages() : []
  if (pages.length === 0) return
  const title = document.createElement('h2')
  title.textContent = place.dataset.title ?? ''
  const links = pages.map(({ path, title: name }) => {
    const item = document.createElement('li')
    const link = document.createElement('a')
    link.className = 'kept__link'
    link.href = path
    link.textContent = name
    item.append(link)
    return item
  })
  const rows = document.createElement('ul')
  rows.className = 'kept__rows'
  rows.append(...links)
  place.replaceChildren(title, rows)
  place.hidden = false
}
