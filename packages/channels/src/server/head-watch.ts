import { repeat } from '../clock.ts'
import type { Hub } from './hub.ts'
import type { Identity } from './options.ts'

/** What the bell is worth: with it, a look at each head now and then finds what it lost; without it, looking is how events are found. */
const cadence = {
  none: { everyMs: 200, stepMs: 200 },
  unwell: { everyMs: 1_000, stepMs: 250 },
  well: { everyMs: 15_000, stepMs: 250 },
}
/** A topic new on this node may have missed the bell before the others knew of it. */
const firstLookMs = 400
const revalidateAtOnce = 500

/** Compares this node's heads with the log's, and its sessions with the host's. */
export function watchHeads<I extends Identity>(hub: Hub<I>, bell: (() => boolean) | undefined): () => void {
  const { clock } = hub
  let validatedAt = clock.now()
  const state = () => (bell === undefined ? cadence.none : bell() ? cadence.well : cadence.unwell)

  const look = async () => {
    if (hub.faults.noHeadCheck) return
    const { everyMs } = state()
    const now = clock.now()
    const due = [...hub.topics.values()].filter((topic) => {
      const after = Math.min(everyMs, topic.looked ? everyMs : firstLookMs)
      return topic.members.size > 0 && now - topic.checkedAt >= after
    })
    for (const topic of due) topic.looked = true
    if (due.length) await hub.check(due)
  }

  const revalidate = async () => {
    const { revalidate } = hub.options
    const now = clock.now()
    if (!revalidate || now - validatedAt < Math.max(1_000, state().everyMs)) return
    validatedAt = now
    const identities = [...new Map([...hub.connections].map(({ identity }) => [identity.key, identity])).values()]
    for (let start = 0; start < identities.length; start += revalidateAtOnce) {
      const some = identities.slice(start, start + revalidateAtOnce)
      const alive = await revalidate(some)
      for (const [index, identity] of some.entries()) if (!alive[index]) hub.endIdentity(identity.key)
    }
  }

  return repeat(
    clock,
    () => state().stepMs,
    () => Promise.all([look(), revalidate().catch((error) => hub.failed(error, 'revalidate'))]),
  )
}
