import { defineOwnPart } from '../own/part.ts'
import { chooseTopics, saveTip, unsaveTip } from './operations.ts'
import { tipsSlice, withoutSaved, withSaved } from './own-slice.ts'
import { type Topic, topics } from './shapes.ts'

/** Each topic once, in the order of `topics`. */
export const inOrder = (chosen: readonly Topic[]): Topic[] => topics.filter((topic) => chosen.includes(topic))

export const tipsPart = defineOwnPart({
  ...tipsSlice,
  pushes: { 'tip.save': saveTip, 'tip.unsave': unsaveTip, 'tip.chooseTopics': chooseTopics },
  foresee: {
    'tip.save': (tips, { contentId }, at) =>
      tips.saved.some((one) => one.contentId === contentId) ? tips : withSaved(tips, { contentId, savedAt: at }),
    'tip.unsave': withoutSaved,
    'tip.chooseTopics': (tips, chosen) => ({ ...tips, topics: inOrder(chosen.topics) }),
  },
})
