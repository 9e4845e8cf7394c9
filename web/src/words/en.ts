import caseload from './en/caseload.ts'
import conversation from './en/conversation.ts'
import feedback from './en/feedback.ts'
import flags from './en/flags.ts'
import former from './en/former.ts'
import goals from './en/goals.ts'
import house from './en/house.ts'
import inbox from './en/inbox.ts'
import keys from './en/keys.ts'
import lock from './en/lock.ts'
import me from './en/me.ts'
import palette from './en/palette.ts'
import person from './en/person.ts'
import plan from './en/plan.ts'
import questions from './en/questions.ts'
import records from './en/records.ts'
import shell from './en/shell.ts'
import signIn from './en/sign-in.ts'
import team from './en/team.ts'
import thread from './en/thread.ts'
import tips from './en/tips.ts'
import trackers from './en/trackers.ts'
import * as time from './en-time.ts'

/** Every word the portal says, in English, a noun a file. Functions stand where a name, a number or a time comes in. */
export const en = {
  language: 'en',
  brand: 'Weft',
  time,

  sections: {
    inbox: 'Inbox',
    caseload: 'Caseload',
    team: 'Team',
    tips: 'Tips',
    feedback: 'Feedback',
    me: 'My settings',
  },
  tips,
  shell,
  signIn,
  lock,
  palette,
  keys,
  house,
  inbox,
  conversation,
  thread,
  person,
  goals,
  plan,
  trackers,
  records,
  caseload,
  flags,
  feedback,
  former,
  questions,
  team,
  me,
}
