import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  title: 'Coping ideas',
  empty: 'What has helped before? Add one idea.',
  add: 'Add an idea',
  addTitle: 'Add a coping idea',
  editTitle: 'Change a coping idea',
  words: 'What helps?',
  wordsHint: 'In your own words, like “a walk by the canal”.',
  when: 'When would you use it?',
  trigger: 'What sets off the hard time?',
  keepPrivate: 'Keep this idea to myself',
  whenShown: (when: string) => `When: ${when}`,
  triggerShown: (trigger: string) => `For: ${trigger}`,
  used: 'Used it',
  helped: 'It helped',
  usedCount: (count: number) => plural(count, { one: 'Used once', other: `Used ${count} times` }),
  helpedCount: (count: number) => plural(count, { one: 'helped once', other: `helped ${count} times` }),
  usedNow: 'Noted that you used it',
  helpedNow: 'Noted that it helped',
  pin: 'Show in Get help now',
  unpin: 'Take out of Get help now',
  pinned: 'In Get help now',
  pinnedNow: 'It is in Get help now',
  pinnedInstead: (words: string) => `It is in Get help now, in place of “${words}”`,
  unpinnedNow: 'Taken out of Get help now',
  more: (words: string) => `More for ${words}`,
  deleted: (count: number) => `Deleted (${count})`,
  errors: { words: 'Write what helps, in a few words', full: 'You have 200 ideas. Delete one to make room.' },
}
