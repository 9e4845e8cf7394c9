import app from './fa/app.ts'
import carer from './fa/carer.ts'
import connection from './fa/connection.ts'
import help from './fa/help.ts'
import idle from './fa/idle.ts'
import language from './fa/language.ts'
import messages from './fa/messages.ts'
import nav from './fa/nav.ts'
import pieces from './fa/pieces.ts'
import problem from './fa/problem.ts'
import settings from './fa/settings.ts'
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
    help,
    idle,
    language,
    messages,
    nav,
    problem,
    settings,
    today,
    welcome,
  },
  pieces,
  nouns: {
    conversation: () => import('./fa/conversation.ts'),
    invite: () => import('./fa/invite.ts'),
    join: () => import('./fa/join.ts'),
    plan: () => import('./fa/plan.ts'),
    privacy: () => import('./fa/privacy.ts'),
    questions: () => import('./fa/questions.ts'),
    refused: () => import('./fa/refused.ts'),
    reminders: () => import('./fa/reminders.ts'),
    safetyPlan: () => import('./fa/safety-plan.ts'),
    signIn: () => import('./fa/sign-in.ts'),
  },
}

export default fa
