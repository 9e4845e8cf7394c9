const isTest = (path) => /\.(test|spec)\.(ts|tsx|mjs)$/.test(path)
// `x.reference.ts` is the plain telling of a rule that a test compares the quick one with; an app's `src/testing` sets its stage.
const isForTests = (path) => isTest(path) || path.endsWith('.reference.ts') || /^[^/]+\/src\/testing\//.test(path)
const isProduct = (path) => /^(server\/src|web\/src|mobile-pwa\/src|packages\/[^/]+\/src)\//.test(path)

/**
 * Files that nothing uses. Product code must be reached from what really runs; a file that only its own test reaches is
 * dead with a test. What only supports tests may be reached from them.
 */
export function findOrphans({ files, entries }) {
  const running = reach(
    files,
    entries.filter((path) => !isTest(path)),
  )
  const all = reach(files, entries)
  return [...files.keys()].filter((path) => !(isProduct(path) && !isForTests(path) ? running : all).has(path))
}

function reach(files, entries) {
  const reached = new Set(entries)
  for (const path of reached) {
    const { imports = [], starts = [] } = files.get(path) ?? {}
    for (const to of [...imports.map((edge) => edge.to), ...starts]) if (files.has(to)) reached.add(to)
  }
  return reached
}
