import type { Session } from '@weft/contract/people/shapes.ts'

const asked = new Map<string, Promise<Response>>()
/** Longer than any code takes that is still to come. */
const keptMs = 20_000

/** Asks for what Today shows as soon as it is known whose it is, on a slow line long before the code is here that draws it. */
export function askAhead({ accountId, hat, personId }: Session): void {
  ask(`/api/accounts/${accountId}/${hat}/conversations`)
  if (hat === 'patient' && personId) ask(`/api/people/${personId}/own`)
}

/** The answer that was asked for ahead, for the first who wants it: it is not fresh for long. */
export function takeAsked(url: string): Promise<Response> | undefined {
  const answer = asked.get(url)
  asked.delete(url)
  return answer
}

function ask(path: string): void {
  const url = location.origin + path
  const answer = fetch(url, {
    headers: { accept: 'application/json', 'weft-app': 'people' },
    signal: AbortSignal.timeout(keptMs),
  })
  answer.catch(() => {})
  asked.set(url, answer)
  setTimeout(() => asked.delete(url), keptMs)
}
