const isTest = (path) => /\.test\.tsx?$/.test(path)

/** What a source file writes: `[{ table, line }]`, by Kysely's builders and by SQL in its template strings. */
export function findWrites(text) {
  const patterns = [
    /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`]([\w.]+)/g,
    /\binsert\s+into\s+(?:only\s+)?["]?([a-z_][\w.]*)/gi,
    /\bdelete\s+from\s+(?:only\s+)?["]?([a-z_][\w.]*)/gi,
    /\bupdate\s+(?:only\s+)?["]?([a-z_][\w.]*)["]?(?:\s+(?:as\s+)?[a-z_]\w*)?\s+set\s/gi,
    /\b(?:merge\s+into|truncate(?:\s+table)?|copy)\s+["]?([a-z_][\w.]*)/gi,
  ]
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((found) => ({
      table: found[1].replace(/^public\./, ''),
      line: code.slice(0, found.index).split('\n').length,
    })),
  )
}

/** The tables that the migrations make, partitions apart. */
export function findTables(migrations) {
  return Object.values(migrations).flatMap((text) =>
    [...text.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_]\w*)(?!\w*\s+partition\s+of)/gi)].map(
      (found) => found[1],
    ),
  )
}

/**
 * Every breach of "each table is written by one feature only".
 *
 * `features` are `{ name, tables }`; `sources` and `migrations` are `{ path: text }`. Tables that no feature owns belong to the
 * platform and the channel layer, and no feature writes them. The demo plays all features and is free.
 */
export function findTableBreaches({ features, sources, migrations }) {
  const breaches = []
  const owners = new Map()
  const made = new Set(findTables(migrations))
  for (const { name, tables } of features) {
    for (const table of tables) {
      if (owners.has(table)) breaches.push(`${table} is claimed by ${owners.get(table)} and by ${name}`)
      if (!made.has(table)) breaches.push(`${table} is claimed by ${name}, but no migration makes it`)
      owners.set(table, name)
    }
  }
  for (const [path, text] of Object.entries(sources)) {
    if (isTest(path) || path.startsWith('server/src/demo/')) continue
    const feature = path.match(/^server\/src\/features\/([^/]+)\//)?.[1]
    if (!feature && !path.startsWith('server/src/')) continue
    for (const { table, line } of findWrites(text)) {
      if (!made.has(table)) continue // a common table expression, or words in a sentence
      const owner = owners.get(table)
      if (owner !== feature)
        breaches.push(`${path}:${line} writes ${table}, which belongs to ${owner ?? 'the platform'}`)
    }
  }
  return breaches
}
