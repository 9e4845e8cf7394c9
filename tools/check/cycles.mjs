/**
 * One cycle for each knot of files that import each other, as the list of its files. Imports of types alone do not count:
 * they are gone before anything runs, and a value and its type often describe each other.
 */
export function findCycles({ files }) {
  return strongComponents(files)
    .filter((group) => group.length > 1 || edges(files, group[0]).includes(group[0]))
    .map((group) => shortestCycle(files, new Set(group)))
}

const edges = (files, path) => {
  const imports = files.get(path)?.imports ?? []
  return imports.filter(({ to, isType }) => !isType && files.has(to)).map(({ to }) => to)
}

// Tarjan's algorithm, with a stack of its own: a deep import chain must not overflow ours.
function strongComponents(files) {
  const seen = new Map()
  const open = []
  const isOpen = new Set()
  const groups = []
  for (const root of files.keys()) {
    if (seen.has(root)) continue
    const work = [{ path: root, next: 0, out: enter(root) }]
    while (work.length > 0) {
      const top = work.at(-1)
      if (top.next < top.out.length) {
        const to = top.out[top.next++]
        if (!seen.has(to)) work.push({ path: to, next: 0, out: enter(to) })
        else if (isOpen.has(to)) lower(top.path, seen.get(to).low)
        continue
      }
      work.pop()
      if (work.length > 0) lower(work.at(-1).path, seen.get(top.path).low)
      const { index, low } = seen.get(top.path)
      if (index !== low) continue
      const group = open.splice(open.indexOf(top.path))
      for (const path of group) isOpen.delete(path)
      groups.push(group)
    }
  }
  return groups

  function enter(path) {
    seen.set(path, { index: seen.size, low: seen.size })
    open.push(path)
    isOpen.add(path)
    return edges(files, path)
  }
  function lower(path, low) {
    const entry = seen.get(path)
    entry.low = Math.min(entry.low, low)
  }
}

function shortestCycle(files, group) {
  const [start] = [...group].sort()
  const from = new Map([[start, undefined]])
  const queue = [start]
  for (const path of queue) {
    for (const to of edges(files, path)) {
      if (to === start) return trace(path).concat(start)
      if (group.has(to) && !from.has(to)) {
        from.set(to, path)
        queue.push(to)
      }
    }
  }
  return [...group]

  function trace(path) {
    const steps = []
    for (let at = path; at !== undefined; at = from.get(at)) steps.unshift(at)
    return steps
  }
}
