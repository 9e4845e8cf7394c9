export type Params = Record<string, string>

/** A pattern like `/messages/:id` against a path; `undefined` when it is another place. */
export function match(pattern: string, path: string): Params | undefined {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return undefined
  const params: Params = {}
  for (const [at, segment] of wanted.entries()) {
    const value = given[at] as string
    if (segment.startsWith(':')) params[segment.slice(1)] = value
    else if (segment !== value) return undefined
  }
  return params
}

/**
 * Where to go after signing in: only ever a place inside this app, so that an address handed to somebody cannot
 * send them elsewhere.
 */
export function safePlace(wanted: string | null | undefined): string | undefined {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return undefined
  return /^\/(api|staff)(\/|$)/.test(wanted) ? undefined : wanted
}

function segments(path: string): string[] {
  return path.split('/').filter(Boolean).map(decode)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
