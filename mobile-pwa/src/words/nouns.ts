/** What is not said on a first screen: each noun's words in English come with the screens that name it (shell/own-screen.tsx). */
export const nouns = {
  aboutMe: () => import('./en/about-me.ts'),
  appLock: () => import('./en/app-lock.ts'),
  carePlan: () => import('./en/care-plan.ts'),
  contact: () => import('./en/contact.ts'),
  conversation: () => import('./en/conversation.ts'),
  coping: () => import('./en/coping.ts'),
  diary: () => import('./en/diary.ts'),
  feedback: () => import('./en/feedback.ts'),
  goals: () => import('./en/goals.ts'),
  invite: () => import('./en/invite.ts'),
  join: () => import('./en/join.ts'),
  myData: () => import('./en/my-data.ts'),
  notices: () => import('./en/notices.ts'),
  plan: () => import('./en/plan.ts'),
  privacy: () => import('./en/privacy.ts'),
  privacyCentre: () => import('./en/privacy-centre.ts'),
  questions: () => import('./en/questions.ts'),
  readAloud: () => import('./en/read-aloud.ts'),
  refused: () => import('./en/refused.ts'),
  reminders: () => import('./en/reminders.ts'),
  safetyPlan: () => import('./en/safety-plan.ts'),
  signIn: () => import('./en/sign-in.ts'),
  start: () => import('./en/start.ts'),
  tips: () => import('./en/tips.ts'),
  track: () => import('./en/track.ts'),
}

export type Noun = keyof typeof nouns
export type NounWords = { [One in Noun]: Awaited<ReturnType<(typeof nouns)[One]>>['default'] }

export const everyNoun = Object.keys(nouns) as Noun[]
