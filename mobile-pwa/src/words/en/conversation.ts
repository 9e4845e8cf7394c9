import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  title: 'Conversation',
  withTeam: (service: string) => `Messages with ${service}`,
  canSee: (count: number) =>
    plural(count, { one: '1 person in this team can see this', other: `${count} people in this team can see this` }),
  whoTitle: 'Who can see this',
  notCarers: 'Your family and carers cannot see this.',
  notPerson: (name: string) => `${name} cannot see this. The team can.`,
  composer: 'Write a message',
  send: 'Send',
  notice: (team: string, aim: string) =>
    [
      `Your message goes to everyone in ${team}.`,
      aim,
      'We do not watch messages all the time. If you need help now, tap Get help now.',
    ]
      .filter(Boolean)
      .join(' '),
  empty: (team: string) => `Say hello, or ask a question. ${team} will see it.`,
  keepFrom: (name: string) => `Keep this from ${name}`,
  replyingTo: (name: string) => `Replying to ${name}`,
  yourself: 'yourself',
  reply: (name: string, text: string) => `Reply to ${name}: “${text}”`,
  replyEarlier: 'Reply to an earlier message',
  stopReply: 'Stop replying',
  editing: 'Editing your message',
  correcting: 'Correcting your message',
  stopEditing: 'Stop',
  saveEdit: 'Save change',
  editNotSaved: 'That change was not saved. Your words are still here. Try again.',
  editTooLate: 'More than 10 minutes have passed. You can send this as a correction.',
  sendCorrection: 'Send correction',
  correction: 'Correction',
  automatic: 'Automatic reply',
  otherWays: 'Other ways',
  menu: {
    label: 'More for this message',
    reply: 'Reply',
    copy: 'Copy',
    edit: 'Edit',
    correct: 'Correct this message',
    withdraw: 'Withdraw',
    hide: 'Hide for me',
    markUnread: 'Mark unread from here',
  },
  copied: 'Copied',
  hiddenNow: 'Hidden for you. Your team can still see it.',
  withdrawTitle: 'Withdraw this message',
  withdrawBody: (team: string) =>
    `It will read “Message withdrawn”. ${team} keeps the words for the record. They may have read it already.`,
  withdrawYes: 'Withdraw message',
  withdrawNo: 'Keep it',
  deleteTitle: 'Delete this message',
  deleteBody: 'It has not been sent. Deleting it here removes it for good.',
  deleteYes: 'Delete message',
  deleteNo: 'Keep it',
  lines: {
    joined: (name: string) => `${name} joined`,
    left: (name: string) => `${name} left`,
    role_changed: (name: string, role: string) => (role ? `${name} is now ${role}` : `${name} has a new role`),
    closed: 'This conversation has finished',
    reopened: 'This conversation is open again',
  },
  announceOnly: (team: string, phone: string) => `${team} does not take messages here. Call ${phone}.`,
  nobody: (phone: string) => `No one is reading messages here now. Call ${phone}.`,
  call: (phone: string) => `Call ${phone}`,
  ended: (service: string) => `You have finished with ${service}. You can read these messages.`,
  endedHelp: 'If you need help:',
  worried:
    'It sounds like things may be very hard right now. You do not have to wait for us. Here is who you can talk to straight away.',
  promise: {
    by: {
      today: (time: string) => `by ${time} today`,
      tomorrow: (time: string) => `by ${time} tomorrow`,
      weekday: (time: string, day: string) => `by ${time} on ${day}`,
      date: (time: string, day: string) => `by ${time} on ${day}`,
    },
    opens: {
      today: (time: string) => `at ${time} today`,
      tomorrow: (time: string) => `at ${time} tomorrow`,
      weekday: (time: string, day: string) => `at ${time} on ${day}`,
      date: (time: string, day: string) => `at ${time} on ${day}`,
    },
    aim: (when: string) => `We aim to answer ${when}.`,
    unknown: (phone: string) => `We cannot say when we will reply. Call ${phone}.`,
    /** Bank holidays by their English name, which is what they come by. */
    holidays: {} as Readonly<Record<string, string>>,
  },
  reasons: {
    tooLong: 'It is longer than 5,000 characters.',
    tooMany: 'That was a lot at once. Try again in a minute.',
    waitedLong: 'It has waited over 15 minutes.',
    wrong: 'Something went wrong at our end.',
    gone: 'You can no longer write in this conversation.',
  },
}
