import type { OutputOf } from '@weft/contract/operation.ts'
import { getTip, type listTips } from '@weft/contract/tips/operations.ts'
import type { Tip } from '@weft/contract/tips/shapes.ts'
import type { Rows } from '../../device/rows.ts'
import { CallFailed, call } from '../../wire/call.ts'
import { keptTips, savedAt } from './saved-tips.ts'

type Cards = readonly OutputOf<typeof listTips>['tips'][number][]

/** What this device keeps of the public tips for somebody signed in, sealed like everything else: which ones somebody reads is theirs. */
const listAt = 'tips:list'

export const keptCards = (rows: Rows) => rows.get<Cards>('snapshot', listAt)
export const keepCards = (rows: Rows, cards: Cards) => rows.put('snapshot', listAt, cards)

/**
 * Makes the tips on this device the saved ones, in their newest words: fetches what is missing or was changed, drops what is saved no longer
 * or was taken down. `cards` are fresh from the server. Answers what is kept now; what could not be asked stays as it was.
 */
export async function keepSaved(rows: Rows, contentIds: readonly string[], cards: Cards): Promise<Tip[]> {
  const before = await keptTips(rows)
  const kept: Tip[] = []
  for (const contentId of contentIds) {
    const old = before.find((tip) => tip.contentId === contentId)
    const card = cards.find((one) => one.contentId === contentId)
    if (old && card?.version === old.version) kept.push(old)
    else if (old || card) kept.push(...(await newest(old?.slug ?? card?.slug ?? '', old)))
  }
  if (JSON.stringify(kept) !== JSON.stringify(before)) await rows.put('snapshot', savedAt, kept)
  return kept
}

async function newest(slug: string, old: Tip | undefined): Promise<Tip[]> {
  try {
    return [await call(getTip, { slug })]
  } catch (error) {
    const isGone = error instanceof CallFailed && error.code === 'not-found'
    return old && !isGone ? [old] : []
  }
}

/** This one tip, as it is read and saved or not. */
export async function keepTip(rows: Rows, tip: Tip, isSaved: boolean): Promise<void> {
  const before = await keptTips(rows)
  const others = before.filter((one) => one.contentId !== tip.contentId)
  if (isSaved || others.length < before.length) await rows.put('snapshot', savedAt, isSaved ? [...others, tip] : others)
}
