import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  title: 'Messages',
  withPeople: (count: number) => plural(count, { one: 'You and 1 person', other: `You and ${count} people` }),
  newCount: (count: number) => `${count} new`,
  hidden: 'Message hidden',
  you: 'You',
  notSent: (count: number) => plural(count, { one: '1 not sent yet', other: `${count} not sent yet` }),
  finished: 'Finished',
  empty: 'When you join a service, your messages will be here.',
  emptyCarer: 'When a team adds you as a carer, your messages with them will be here.',
  haveCode: 'I have an invite code',
  markUnread: 'Mark as unread',
  markedUnread: 'Marked as unread',
  hide: 'Hide on this phone',
  hiddenHere: 'Hidden here until something new comes.',
  menuFor: (name: string) => `More for ${name}`,
  about: (person: string) => `About ${person}`,
  lastMessage: (when: string) => `last message ${when}`,
}
