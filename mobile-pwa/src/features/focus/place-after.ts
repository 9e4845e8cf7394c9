const takers = 'a[href], button, input, textarea, select, summary'
const boxes = 'input:not([type=radio], [type=checkbox]), textarea, select'

/**
 * Where the focus goes on when `gone` was taken from the page: into what came in the same place, else to what follows it there, else to what
 * stood before, else to the page's heading. Nothing for what was no part of the page itself. A box to write in is for who types (`mayWrite`)
 * alone: on a phone it would bring up the keyboard.
 */
export function placeAfter(
  records: readonly MutationRecord[],
  gone: Element,
  mayWrite: boolean,
): HTMLElement | null | undefined {
  const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)))
  const main = document.querySelector('main')
  if (!record || !main?.contains(record.target) || gone.closest('dialog')) return undefined
  const mayTake = (one: HTMLElement) => mayWrite || !one.matches(boxes)
  const all = [...main.querySelectorAll<HTMLElement>(takers)]
  const heading = document.querySelector('h1')

  const added = records.filter(({ target }) => target === record.target).flatMap(({ addedNodes }) => [...addedNodes])
  const came = all.find((one) => added.some((node) => node.contains(one)))
  if (came) return mayTake(came) ? came : heading
  const next = [record.nextSibling, record.target.nextSibling].find((node) => node?.isConnected)
  const others = all.filter(mayTake)
  return (
    others.find((one) => next && (next.contains(one) || isBefore(next, one))) ??
    others.findLast((one) => isBefore(one, record.target) || record.target.contains(one)) ??
    heading
  )
}

const isBefore = (one: Node, other: Node) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
