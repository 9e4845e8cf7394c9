import type { ownChannel } from '@weft/contract/own/channel.ts'
import type { foresee } from '@weft/contract/own/parts.ts'
import type { standsOn } from '@weft/contract/own/stands-on.ts'

interface OwnActs {
  ownChannel: typeof ownChannel
  foresee: typeof foresee
  standsOn: typeof standsOn
}

let coming: Promise<OwnActs> | undefined
let here: OwnActs | undefined
let patient: Promise<OwnActs> | undefined

/**
 * What can be done with what is one's own: the commands of every noun and what they will have done, which is more than all that Today shows of it.
 * Fetched once what was asked for stands on the screen, and at the latest for the first act. What did not come is asked for again.
 */
export function loadOwnActs(): Promise<OwnActs> {
  coming ??= bring().catch((error: unknown) => {
    coming = undefined
    throw error
  })
  return coming
}

async function bring(): Promise<OwnActs> {
  const [{ ownChannel }, { foresee }, { standsOn }] = await Promise.all([
    import('@weft/contract/own/channel.ts'),
    import('@weft/contract/own/parts.ts'),
    import('@weft/contract/own/stands-on.ts'),
  ])
  here = { ownChannel, foresee, standsOn }
  return here
}

export const ownActsHere = (): OwnActs | undefined => here

/** The same for what can do nothing without: asks until it is here, and is always one promise. */
export function untilOwnActs(): Promise<OwnActs> {
  patient ??= keepAsking()
  return patient
}

const againMs = 2_000

async function keepAsking(): Promise<OwnActs> {
  for (;;) {
    try {
      return await loadOwnActs()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }
}
