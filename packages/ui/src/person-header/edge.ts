const edges = 8

/**
 * Which of the eight edges a person's pages carry, 1 to 8: the same for the same person everywhere, most likely another for the next.
 * A guard against writing in the wrong record, beside the name; never the only cue.
 */
export function edgeOf(personId: string): number {
  let sum = 0
  for (const letter of personId) sum = (sum * 31 + letter.codePointAt(0)!) >>> 0
  return (sum % edges) + 1
}
