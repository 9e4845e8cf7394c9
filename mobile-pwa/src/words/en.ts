import app from './en/app.ts'
import carer from './en/carer.ts'
import connection from './en/connection.ts'
import conversation from './en/conversation.ts'
import help from './en/help.ts'
import idle from './en/idle.ts'
import invite from './en/invite.ts'
import join from './en/join.ts'
import language from './en/language.ts'
import messages from './en/messages.ts'
import nav from './en/nav.ts'
import problem from './en/problem.ts'
import settings from './en/settings.ts'
import signIn from './en/sign-in.ts'
import today from './en/today.ts'
import welcome from './en/welcome.ts'

/**
 * The words of every first screen in English; those of other nouns come with their screens (nouns.ts), and pieces of the design
 * system hold theirs, all in the same form. Sentences of 15 words or fewer, for a reading age of 9 to 11. Values in a sentence are
 * arguments; numbers choose their form with `plural`.
 */
const en = {
  app,
  carer,
  connection,
  conversation,
  help,
  idle,
  invite,
  join,
  language,
  messages,
  nav,
  problem,
  settings,
  signIn,
  today,
  welcome,
}

export default en
