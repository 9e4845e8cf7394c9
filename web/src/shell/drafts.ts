/**
 * What somebody began to write, kept in this tab's memory and nowhere else: a desk computer is often shared, so nothing clinical is stored
 * on it. Another account signing in here does not reach the first one's words; the first one coming back finds them.
 */
export class Drafts {
  readonly #texts = new Map<string, string>()

  /** `place` names the box: a conversation, or the message being edited. */
  get(place: string): string {
    return this.#texts.get(place) ?? ''
  }

  set(place: string, text: string): void {
    if (text.trim() === '') this.#texts.delete(place)
    else this.#texts.set(place, text)
  }

  get size(): number {
    return this.#texts.size
  }
}

const byAccount = new Map<string, Drafts>()

export function draftsOf(accountId: string): Drafts {
  const drafts = byAccount.get(accountId) ?? new Drafts()
  byAccount.set(accountId, drafts)
  return drafts
}

/** Their writer signed out and let them go. */
export const forgetDrafts = (accountId: string) => void byAccount.delete(accountId)

/** Whether anybody's unfinished words would go with this tab. */
export const anyDrafts = () => [...byAccount.values()].some((drafts) => drafts.size > 0)

/** Asks before the tab closes over unfinished words. */
export function guardDrafts(hasUnsent: () => boolean): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (anyDrafts() || hasUnsent()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
