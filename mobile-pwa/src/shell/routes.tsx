import { type ComponentType, lazy } from 'react'
import { ownScreen } from './own-screen.tsx'
import { match, type Params } from './paths.ts'

export interface Route {
  pattern: string
  /** Who may be here: somebody signed in, such a one in the patient hat alone (what is their own), somebody who is not yet, or all. */
  for: 'in' | 'patient' | 'out' | 'all'
  Screen: ComponentType<{ params: Params }>
}

const Welcome = lazy(() => import('../features/welcome/welcome.tsx'))
const Join = ownScreen(() => import('../features/join/join.tsx'), ['join'])
const SignIn = ownScreen(() => import('../features/sign-in/sign-in.tsx'), ['signIn'])
const CodeSignIn = ownScreen(() => import('../features/sign-in/code-sign-in.tsx'), ['join', 'signIn'])
const NewPassword = ownScreen(() => import('../features/sign-in/new-password.tsx'), ['join', 'signIn'])
const Today = lazy(() => import('../features/today/today.tsx'))
const Messages = ownScreen(() => import('../features/messages/messages.tsx'), ['conversation'])
const Conversation = ownScreen(() => import('../features/messages/conversation.tsx'), ['conversation'])
const Goals = ownScreen(() => import('../features/goals/goals.tsx'), ['goals'])
const AddGoal = ownScreen(() => import('../features/goals/add-goal.tsx'), ['goals'])
const Achieved = ownScreen(() => import('../features/goals/achieved.tsx'), ['goals'])
const LetGo = ownScreen(() => import('../features/goals/let-go.tsx'), ['goals'])
const DeletedGoals = ownScreen(() => import('../features/goals/deleted.tsx'), ['goals'])
const Goal = ownScreen(() => import('../features/goals/goal.tsx'), ['goals', 'privacy'])
const EditGoal = ownScreen(() => import('../features/goals/edit-goal.tsx'), ['goals', 'privacy'])
const Track = ownScreen(() => import('../features/track/track.tsx'), ['privacy', 'questions', 'track'])
const ChooseTrackers = ownScreen(() => import('../features/track/choose.tsx'), ['track'])
const Overview = ownScreen(() => import('../features/track/overview.tsx'), ['privacy', 'track'])
const SleepQuick = ownScreen(() => import('../features/track/sleep-quick.tsx'), ['privacy', 'track'])
const SleepFull = ownScreen(() => import('../features/track/sleep-full.tsx'), ['privacy', 'track'])
const Problem = ownScreen(() => import('../features/track/problem.tsx'), ['privacy', 'track'])
const Mood = ownScreen(() => import('../features/track/mood.tsx'), ['privacy', 'track'])
const Invite = ownScreen(() => import('../features/invite/invite.tsx'), ['invite'])
const Settings = ownScreen(
  () => import('../features/settings/settings.tsx'),
  ['appLock', 'myData', 'notices', 'readAloud', 'reminders'],
)
const Contact = ownScreen(() => import('../features/settings/contact.tsx'), ['contact'])
const Questions = ownScreen(() => import('../features/questions/questions.tsx'), ['conversation', 'questions'])
const Privacy = ownScreen(() => import('../features/privacy/privacy.tsx'), ['privacy', 'privacyCentre'])
const PrivacyLog = ownScreen(() => import('../features/privacy/log.tsx'), ['privacy', 'privacyCentre'])
const SavedCopy = ownScreen(
  () => import('../features/privacy/saved-copy.tsx'),
  ['aboutMe', 'goals', 'privacy', 'privacyCentre', 'safetyPlan'],
)
const Leave = ownScreen(() => import('../features/privacy/leave.tsx'), ['myData', 'privacy', 'privacyCentre'])
const Start = ownScreen(() => import('../features/start/start.tsx'), ['contact', 'invite', 'start'])
const Diary = ownScreen(() => import('../features/diary/diary.tsx'), ['diary'])
const DiaryEntry = ownScreen(() => import('../features/diary/entry.tsx'), ['diary', 'privacy'])
const Plan = ownScreen(
  () => import('../features/plan/plan.tsx'),
  ['aboutMe', 'carePlan', 'coping', 'diary', 'plan', 'privacy', 'safetyPlan'],
)
const Coping = ownScreen(() => import('../features/plan/coping-form.tsx'), ['coping', 'plan', 'privacy'])
const SafetyPlan = ownScreen(() => import('../features/plan/safety-plan.tsx'), ['plan', 'privacy', 'safetyPlan'])
const SafetyPart = ownScreen(() => import('../features/plan/safety-part.tsx'), ['plan', 'privacy', 'safetyPlan'])
const AboutMe = ownScreen(() => import('../features/plan/about-me.tsx'), ['aboutMe', 'plan', 'privacy', 'safetyPlan'])
const AboutMeText = ownScreen(() => import('../features/plan/about-me-text.tsx'), ['aboutMe', 'plan', 'privacy'])
const CarePlan = ownScreen(() => import('../features/plan/care-plan.tsx'), ['carePlan', 'coping', 'plan'])
const Tips = ownScreen(() => import('../features/tips/tips.tsx'), ['tips'])
const Tip = ownScreen(() => import('../features/tips/tip.tsx'), ['tips'])
const Notifications = ownScreen(() => import('../features/settings/notifications.tsx'), ['notices'])
const QuietHours = ownScreen(() => import('../features/settings/quiet-hours.tsx'), ['notices'])
const Reminders = ownScreen(() => import('../features/settings/reminders.tsx'), ['reminders'])
const RemindersForm = ownScreen(() => import('../features/settings/reminders-form.tsx'), ['contact', 'reminders'])
const OpenNotice = ownScreen(() => import('../features/notices/open-notice.tsx'), ['notices'])
const AppLock = ownScreen(() => import('../features/settings/app-lock.tsx'), ['appLock'])
const PlainName = ownScreen(() => import('../features/settings/plain-name.tsx'), ['appLock'])
const MyData = ownScreen(() => import('../features/settings/my-data.tsx'), ['myData'])
const Import = ownScreen(() => import('../features/settings/import.tsx'), ['myData'])
const Close = ownScreen(() => import('../features/settings/close.tsx'), ['myData'])
const Feedback = ownScreen(() => import('../features/feedback/feedback.tsx'), ['feedback'])
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
  { pattern: '/privacy/copies/:id', for: 'patient', Screen: SavedCopy },
  { pattern: '/privacy/leave/:id', for: 'patient', Screen: Leave },
  { pattern: '/start', for: 'patient', Screen: Start },
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
  { pattern: '/tips', for: 'all', Screen: Tips },
  { pattern: '/tips/:slug', for: 'all', Screen: Tip },
  { pattern: '/feedback', for: 'all', Screen: Feedback },
  { pattern: '/settings/notifications', for: 'in', Screen: Notifications },
  { pattern: '/settings/quiet-hours', for: 'in', Screen: QuietHours },
  { pattern: '/settings/reminders', for: 'patient', Screen: Reminders },
  { pattern: '/settings/reminders/:id', for: 'patient', Screen: RemindersForm },
  { pattern: '/n/:id', for: 'in', Screen: OpenNotice },
  { pattern: '/settings/export', for: 'patient', Screen: MyData },
  { pattern: '/settings/import', for: 'patient', Screen: Import },
  { pattern: '/settings/close', for: 'patient', Screen: Close },
  { pattern: '/settings/devices', for: 'in', Screen: Devices },
  { pattern: '/settings/app-lock', for: 'in', Screen: AppLock },
  { pattern: '/settings/name', for: 'in', Screen: PlainName },
]

export function routeAt(path: string): { route: Route; params: Params } | undefined {
  for (const route of routes) {
    const params = match(route.pattern, path)
    if (params) return { route, params }
  }
  return undefined
}
