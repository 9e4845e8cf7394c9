import { type ComponentType, lazy } from 'react'
import { match, type Params } from './paths.ts'

export interface Route {
  pattern: string
  /** Who may be here: somebody signed in, such a one in the patient hat alone (what is their own), somebody who is not yet, or all. */
  for: 'in' | 'patient' | 'out' | 'all'
  Screen: ComponentType<{ params: Params }>
}

const Welcome = lazy(() => import('../features/welcome/welcome.tsx'))
const Join = lazy(() => import('../features/join/join.tsx'))
const SignIn = lazy(() => import('../features/sign-in/sign-in.tsx'))
const CodeSignIn = lazy(() => import('../features/sign-in/code-sign-in.tsx'))
const NewPassword = lazy(() => import('../features/sign-in/new-password.tsx'))
const Today = lazy(() => import('../features/today/today.tsx'))
const Messages = lazy(() => import('../features/messages/messages.tsx'))
const Conversation = lazy(() => import('../features/messages/conversation.tsx'))
const Goals = lazy(() => import('../features/goals/goals.tsx'))
const AddGoal = lazy(() => import('../features/goals/add-goal.tsx'))
const Achieved = lazy(() => import('../features/goals/achieved.tsx'))
const LetGo = lazy(() => import('../features/goals/let-go.tsx'))
const DeletedGoals = lazy(() => import('../features/goals/deleted.tsx'))
const Goal = lazy(() => import('../features/goals/goal.tsx'))
const EditGoal = lazy(() => import('../features/goals/edit-goal.tsx'))
const Track = lazy(() => import('../features/track/track.tsx'))
const ChooseTrackers = lazy(() => import('../features/track/choose.tsx'))
const Overview = lazy(() => import('../features/track/overview.tsx'))
const SleepQuick = lazy(() => import('../features/track/sleep-quick.tsx'))
const SleepFull = lazy(() => import('../features/track/sleep-full.tsx'))
const Problem = lazy(() => import('../features/track/problem.tsx'))
const Mood = lazy(() => import('../features/track/mood.tsx'))
const Invite = lazy(() => import('../features/invite/invite.tsx'))
const Settings = lazy(() => import('../features/settings/settings.tsx'))
const Contact = lazy(() => import('../features/settings/contact.tsx'))
const Questions = lazy(() => import('../features/questions/questions.tsx'))
const Privacy = lazy(() => import('../features/privacy/privacy.tsx'))
const PrivacyLog = lazy(() => import('../features/privacy/log.tsx'))
const Start = lazy(() => import('../features/start/start.tsx'))
const Diary = lazy(() => import('../features/diary/diary.tsx'))
const DiaryEntry = lazy(() => import('../features/diary/entry.tsx'))
const Plan = lazy(() => import('../features/plan/plan.tsx'))
const Coping = lazy(() => import('../features/plan/coping-form.tsx'))
const SafetyPlan = lazy(() => import('../features/plan/safety-plan.tsx'))
const SafetyPart = lazy(() => import('../features/plan/safety-part.tsx'))
const AboutMe = lazy(() => import('../features/plan/about-me.tsx'))
const AboutMeText = lazy(() => import('../features/plan/about-me-text.tsx'))
const CarePlan = lazy(() => import('../features/plan/care-plan.tsx'))
const Notifications = lazy(() => import('../features/settings/notifications.tsx'))
const QuietHours = lazy(() => import('../features/settings/quiet-hours.tsx'))
const Reminders = lazy(() => import('../features/settings/reminders.tsx'))
const RemindersForm = lazy(() => import('../features/settings/reminders-form.tsx'))
const OpenNotice = lazy(() => import('../features/notices/open-notice.tsx'))
const Devices = lazy(() => import('../features/settings/devices.tsx'))

const routes: readonly Route[] = [
  { pattern: '/', for: 'out', Screen: Welcome },
  { pattern: '/join/:step', for: 'out', Screen: Join },
  { pattern: '/sign-in', for: 'out', Screen: SignIn },
  { pattern: '/sign-in/code', for: 'out', Screen: CodeSignIn },
  { pattern: '/sign-in/new-password', for: 'out', Screen: NewPassword },
  { pattern: '/today', for: 'in', Screen: Today },
  { pattern: '/messages', for: 'in', Screen: Messages },
  { pattern: '/messages/:id', for: 'in', Screen: Conversation },
  { pattern: '/goals', for: 'patient', Screen: Goals },
  { pattern: '/goals/new', for: 'patient', Screen: AddGoal },
  { pattern: '/goals/achieved', for: 'patient', Screen: Achieved },
  { pattern: '/goals/let-go', for: 'patient', Screen: LetGo },
  { pattern: '/goals/deleted', for: 'patient', Screen: DeletedGoals },
  { pattern: '/goals/:id', for: 'patient', Screen: Goal },
  { pattern: '/goals/:id/edit', for: 'patient', Screen: EditGoal },
  { pattern: '/track', for: 'patient', Screen: Track },
  { pattern: '/track/choose', for: 'patient', Screen: ChooseTrackers },
  { pattern: '/track/overview', for: 'patient', Screen: Overview },
  { pattern: '/track/sleep/:date', for: 'patient', Screen: SleepQuick },
  { pattern: '/track/sleep/:date/full', for: 'patient', Screen: SleepFull },
  { pattern: '/track/problems/:id', for: 'patient', Screen: Problem },
  { pattern: '/track/problems/:id/:date', for: 'patient', Screen: Problem },
  { pattern: '/track/mood', for: 'patient', Screen: Mood },
  { pattern: '/track/mood/:date', for: 'patient', Screen: Mood },
  { pattern: '/invite', for: 'patient', Screen: Invite },
  { pattern: '/settings', for: 'in', Screen: Settings },
  { pattern: '/settings/contact', for: 'patient', Screen: Contact },
  { pattern: '/questions/:id', for: 'patient', Screen: Questions },
  { pattern: '/privacy', for: 'patient', Screen: Privacy },
  { pattern: '/privacy/log', for: 'patient', Screen: PrivacyLog },
  { pattern: '/start/:card', for: 'patient', Screen: Start },
  { pattern: '/diary', for: 'patient', Screen: Diary },
  { pattern: '/diary/:id', for: 'patient', Screen: DiaryEntry },
  { pattern: '/plan', for: 'patient', Screen: Plan },
  { pattern: '/plan/coping/:id', for: 'patient', Screen: Coping },
  { pattern: '/plan/safety', for: 'patient', Screen: SafetyPlan },
  { pattern: '/plan/safety/:part', for: 'patient', Screen: SafetyPart },
  { pattern: '/plan/about', for: 'patient', Screen: AboutMe },
  { pattern: '/plan/about/:key', for: 'patient', Screen: AboutMeText },
  { pattern: '/plan/care/:serviceId', for: 'patient', Screen: CarePlan },
  { pattern: '/settings/notifications', for: 'in', Screen: Notifications },
  { pattern: '/settings/quiet-hours', for: 'in', Screen: QuietHours },
  { pattern: '/settings/reminders', for: 'patient', Screen: Reminders },
  { pattern: '/settings/reminders/:id', for: 'patient', Screen: RemindersForm },
  { pattern: '/n/:id', for: 'in', Screen: OpenNotice },
  { pattern: '/settings/devices', for: 'in', Screen: Devices },
]

export function routeAt(path: string): { route: Route; params: Params } | undefined {
  for (const route of routes) {
    const params = match(route.pattern, path)
    if (params) return { route, params }
  }
  return undefined
}
