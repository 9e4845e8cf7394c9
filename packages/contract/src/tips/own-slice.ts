import * as z from 'zod/mini'
import { defineOwnSlice, upsert } from '../own/part.ts'
import { Id, Instant } from '../scalars.ts'
import { OwnTips, Topic } from './shapes.ts'

type Saved = OwnTips['saved'][number]

const newestFirst = (a: Saved, b: Saved) =>
  b.savedAt.localeCompare(a.savedAt) || (a.contentId < b.contentId ? 1 : a.contentId > b.contentId ? -1 : 0)

export const withSaved = (tips: OwnTips, saved: Saved): OwnTips => ({
  ...tips,
  saved: upsert(tips.saved, saved, (one) => one.contentId, newestFirst),
})

export const withoutSaved = (tips: OwnTips, { contentId }: { contentId: string }): OwnTips => ({
  ...tips,
  saved: tips.saved.filter((one) => one.contentId !== contentId),
})

/** A person's saved tips and chosen topics, in the feed of everything they own. The tips' words are public and not in it. */
export const tipsSlice = defineOwnSlice({
  state: OwnTips,
  empty: { saved: [], topics: [] },
  events: {
    'tip.saved': z.object({ contentId: Id, savedAt: Instant }),
    'tip.unsaved': z.object({ contentId: Id }),
    'tip.topicsChosen': z.object({ topics: z.array(Topic) }),
  },
  apply: {
    'tip.saved': (tips, saved) => withSaved(tips, saved),
    'tip.unsaved': withoutSaved,
    'tip.topicsChosen': (tips, chosen) => ({ ...tips, topics: chosen.topics }),
  },
})
