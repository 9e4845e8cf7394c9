/** A stretch of items that is drawn, or replaced by a gap of its height, as one. `end` is exclusive. */
export interface Chunk {
  firstId: string
  start: number
  end: number
}

const meanSize = 32

/** FNV-1a, enough to spread ids evenly whatever they look like. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/**
 * Cuts a thread where the ids themselves say so, about every 32 items, so that adding older items before
 * or newer ones after never moves a cut: heights already measured stay true.
 */
export function chunksOf(ids: readonly string[]): Chunk[] {
  const chunks: Chunk[] = []
  ids.forEach((id, at) => {
    const open = chunks.at(-1)
    if (!open || hash(id) % meanSize === 0) chunks.push({ firstId: id, start: at, end: at + 1 })
    else open.end = at + 1
  })
  return chunks
}

/** The chunk that holds item `index`. */
export function chunkAt(chunks: readonly Chunk[], index: number): number {
  return chunks.findIndex((chunk) => index < chunk.end)
}
