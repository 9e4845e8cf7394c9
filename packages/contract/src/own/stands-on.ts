interface Waiting {
  push?: string | undefined
  input: Record<string, unknown>
}

/** What names the thing whose words a command changes; a text that a person has one of needs no name. */
const names = ['entryId', 'problemId', 'copingId'] as const
/** Where a command changes a text part by part. */
const partsOf = ({ parts, texts }: Record<string, unknown>) => Object.keys((parts ?? texts ?? {}) as object)

/**
 * For a change of words that is made while an earlier one of the same words still waits on this device: which it stands on. The version that
 * its writer saw is one that only that earlier change will make, so where that is refused this one must be too: it would take the place of
 * words that nobody here has seen.
 */
export function standsOn(
  waiting: readonly Waiting[],
  push: string,
  input: Record<string, unknown>,
): { onTopOf?: string } {
  if (!('baseVersion' in input)) return {}
  const parts = partsOf(input)
  const isOfTheSame = (earlier: Record<string, unknown>) =>
    'baseVersion' in earlier &&
    names.every((name) => earlier[name] === input[name]) &&
    (parts.length === 0 || partsOf(earlier).some((part) => parts.includes(part)))
  const earlier = waiting.findLast((item) => item.push === push && isOfTheSame(item.input))
  return earlier ? { onTopOf: String(earlier.input.changeId) } : {}
}
