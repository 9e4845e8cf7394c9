/** A pane is an element with `data-pane`; Ctrl+F6 goes round those on screen (plain F6 belongs to the browser). */
export function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.checkVisibility?.() ?? true,
  )
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at === -1 && step === -1 ? 0 : at) + step] ?? (step === 1 ? panes[0] : panes.at(-1))
  const target = next?.querySelector<HTMLElement>('[data-pane-start]') ?? next
  target?.focus()
}
