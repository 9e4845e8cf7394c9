import app from './en/app.ts'
import carer from './en/carer.ts'
import connection from './en/connection.ts'
import help from './en/help.ts'
import idle from './en/idle.ts'
import language from './en/language.ts'
import messages from './en/messages.ts'
import nav from './en/nav.ts'
import problem from './en/problem.ts'
import settings from './en/settings.ts'
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
  help,
  idle,
  language,
  messages,
  nav,
  problem,
  settings,
  today,
  welcome,
}

export default en
