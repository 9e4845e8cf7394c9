import { useKeptDraft } from '../../shell/use-kept-draft.ts'

/**
 * What somebody has begun to say of a day, kept at each pause like any other draft; nothing of it any more once the entry itself was changed, here
 * or on another device.
 */
export function useBegun<T>(id: string, entry: { recordedAt: string } | undefined, start: T) {
  const on = entry?.recordedAt
  const { draft, change, clear } = useKeptDraft<{ on: string | undefined; said: T }>(id, { on, said: start })
  const said = draft?.on === on && draft ? draft.said : start
  return {
    said,
    say: (part: Partial<T>) => change({ on, said: { ...said, ...part } }),
    /** It is safe as an entry now. What is on the page stays there. */
    forget: () => clear({ on, said }),
  }
}
