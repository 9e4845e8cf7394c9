import app from './cy/app.ts'
import carer from './cy/carer.ts'
import connection from './cy/connection.ts'
import help from './cy/help.ts'
import idle from './cy/idle.ts'
import language from './cy/language.ts'
import messages from './cy/messages.ts'
import nav from './cy/nav.ts'
import pieces from './cy/pieces.ts'
import problem from './cy/problem.ts'
import settings from './cy/settings.ts'
import today from './cy/today.ts'
import welcome from './cy/welcome.ts'
import type { Noun } from './nouns.ts'
import type { Catalogue } from './words.ts'

/** Welsh, complete: translated by a computer and not yet checked by a person, which Settings says. */
const cy = {
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
    aboutMe: () => import('./cy/about-me.ts'),
    appLock: () => import('./cy/app-lock.ts'),
    carePlan: () => import('./cy/care-plan.ts'),
    contact: () => import('./cy/contact.ts'),
    conversation: () => import('./cy/conversation.ts'),
    coping: () => import('./cy/coping.ts'),
    diary: () => import('./cy/diary.ts'),
    feedback: () => import('./cy/feedback.ts'),
    goals: () => import('./cy/goals.ts'),
    invite: () => import('./cy/invite.ts'),
    join: () => import('./cy/join.ts'),
    myData: () => import('./cy/my-data.ts'),
    notices: () => import('./cy/notices.ts'),
    plan: () => import('./cy/plan.ts'),
    privacy: () => import('./cy/privacy.ts'),
    privacyCentre: () => import('./cy/privacy-centre.ts'),
    questions: () => import('./cy/questions.ts'),
    readAloud: () => import('./cy/read-aloud.ts'),
    refused: () => import('./cy/refused.ts'),
    reminders: () => import('./cy/reminders.ts'),
    safetyPlan: () => import('./cy/safety-plan.ts'),
    signIn: () => import('./cy/sign-in.ts'),
    start: () => import('./cy/start.ts'),
    tips: () => import('./cy/tips.ts'),
    track: () => import('./cy/track.ts'),
  },
} satisfies Catalogue & { nouns: Record<Noun, unknown> }

export default cy
