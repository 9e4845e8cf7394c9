import * as z from 'zod/mini'
import { defineOwnPart, upsert } from '../own/part.ts'
import { Id, Instant } from '../scalars.ts'
import { chooseTopics, saveTip, unsaveTip } from './operations.ts'
import { OwnTips, Topic, topics } from './shapes.ts'

type Saved = OwnTips['saved'][number]

const newestFirst = (a: Saved, b: Saved) =>
  b.savedAt.localeCompare(a.savedAt) || (a.contentId < b.contentId ? 1 : a.contentId > b.contentId ? -1 : 0)

const withSaved = (tips: OwnTips, saved: Saved): OwnTips => ({
  ...tips,
  saved: upsert(tips.saved, saved, (one) => one.contentId, newestFirst),
})

const withoutSaved = (tips: OwnTips, { contentId }: { contentId: string }): OwnTips => ({
  ...tips,
  saved: tips.saved.filter((one) => one.contentId !== contentId),
})

/** Each topic once, in the order of `topics`. */
export const inOrder = (chosen: readonly Topic[]): Topic[] => topics.filter((topic) => chosen.includes(topic))

/** A person's saved tips and chosen topics, in the feed of everything they own. The tips' words are public and not in it. */
export const tipsPart = defineOwnPart({
  state: OwnTips,
  empty: { saved: [], topics: [] },
  events: {
    'tip.saved': z.object({ contentId: Id, savedAt: Instant }),
    'tip.unsaved': z.object({ contentId: Id }),
    'tip.topicsChosen': z.object({ topics: z.array(Topic) }),
  },
  pushes: { 'tip.save': saveTip, 'tip.unsave': unsaveTip, 'tip.chooseTopics': chooseTopics },
  apply: {
    'tip.saved': (tips, saved) => withSaved(tips, saved),
    'tip.unsaved': withoutSaved,
    'tip.topicsChosen': (tips, chosen) => ({ ...tips, topics: chosen.topics }),
  },
  foresee: {
    'tip.save': (tips, { contentId }, at) =>
      tips.saved.some((one) => one.contentId === contentId) ? tips : withSaved(tips, { contentId, savedAt: at }),
    'tip.unsave': withoutSaved,
    'tip.chooseTopics': (tips, chosen) => ({ ...tips, topics: inOrder(chosen.topics) }),
  },
})
