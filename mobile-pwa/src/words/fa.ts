import app from './fa/app.ts'
import carer from './fa/carer.ts'
import connection from './fa/connection.ts'
import conversation from './fa/conversation.ts'
import help from './fa/help.ts'
import idle from './fa/idle.ts'
import invite from './fa/invite.ts'
import join from './fa/join.ts'
import language from './fa/language.ts'
import messages from './fa/messages.ts'
import nav from './fa/nav.ts'
import pieces from './fa/pieces.ts'
import problem from './fa/problem.ts'
import settings from './fa/settings.ts'
import signIn from './fa/sign-in.ts'
import today from './fa/today.ts'
import welcome from './fa/welcome.ts'
import type { Catalogue } from './words.ts'

/**
 * Farsi: signing up and in, help, the safety plan, Today and messages, each noun whole. Screens that speak of another noun are in English and
 * marked so. Translated by a computer and not yet checked by a person, which Settings says.
 */
const fa: Catalogue = {
  first: {
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
  },
  pieces,
  nouns: {
    plan: () => import('./fa/plan.ts'),
    privacy: () => import('./fa/privacy.ts'),
    questions: () => import('./fa/questions.ts'),
    refused: () => import('./fa/refused.ts'),
    reminders: () => import('./fa/reminders.ts'),
    safetyPlan: () => import('./fa/safety-plan.ts'),
  },
}

export default fa
