/** What is read in one breath, in the language it stands in. */
export interface Passage {
  text: string
  language: string
}

const blocks =
  'p, li, h1, h2, h3, dt, dd, legend, label, button, a, summary, td, th, blockquote, figcaption, div, section'
const unread = '[hidden], [aria-hidden="true"], [data-unread], svg, script, style, textarea, select, dialog'

/** The words of the page in their order. What somebody is typing is not among them, nor what is not shown. */
export function passagesIn(roots: readonly Element[]): Passage[] {
  const passages: (Passage & { block: Element | null })[] = []
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.replace(/\s+/g, ' ').trim()
      const place = walker.currentNode.parentElement
      if (!text || !place || place.closest(unread)) continue
      const block = place.closest(blocks)
      const language = place.closest('[lang]')?.getAttribute('lang') || 'en'
      const last = passages.at(-1)
      if (last && last.block === block && last.language === language) last.text += ` ${text}`
      else passages.push({ text, language, block })
    }
  }
  return passages.map(({ text, language }) => ({ text, language }))
}
