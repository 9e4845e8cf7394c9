import privacyLog from './privacy-log.ts'

export default {
  title: 'Privacy',
  you: 'You',
  onlyYou: 'Only you can see this',
  since: (who: string, since: string) => `${who} since ${since}`,
  whoTitle: 'Who can see this',
  aService: 'a service',
  what: {
    goal: 'this goal, its steps and ratings,',
    rating: 'Goal ratings',
    sleep: 'Sleep',
    problem: 'this problem',
    mood: 'Mood',
    diary: 'this diary entry',
    coping: 'Coping ideas',
    safety_plan: 'My safety plan',
    about_me: 'About me',
  },
  /** All goals of one type, by name and in a sentence. */
  goalsOf: {
    physical_health: 'Goals about physical health',
    mental_health: 'Goals about mental health',
    alcohol: 'Goals about alcohol',
    smoking: 'Goals about smoking',
    housing: 'Goals about housing',
    relationships: 'Goals about relationships',
    work: 'Goals about work',
    money: 'Goals about money',
    other: 'Goals about something else',
  },
  diaryOf: (day: string) => `Diary, ${day}`,
  choose: { me: 'Only me', shared: 'Shared' },
  sharedWith: 'Shared with',
  nobodyYet: 'Nobody yet. Tick who can see it.',
  through: (service: string, what: string) => `${service} can see it too, because you share “${what}”.`,
  fromLegend: 'What can they see?',
  from: { now: 'From now on', everything: 'Everything so far too' },
  /** What only they see, when everything of its kind is shared. */
  stays: {
    goals: (count: number) =>
      count === 1
        ? '1 goal that only you can see stays that way.'
        : `${count} goals that only you can see stay that way.`,
    ideas: (count: number) =>
      count === 1
        ? '1 idea that only you can see stays that way.'
        : `${count} ideas that only you can see stay that way.`,
  },
  shareKept: (count: number) => (count === 1 ? 'Share this one as well' : `Share these ${count} as well`),
  /** Whoever has its kind already. */
  keptSeenToo: (who: string, count: number) => `${who} may see ${count === 1 ? 'it' : 'them'} too then.`,
  seesSince: (since: string) => `Can see this since ${since}`,
  startedNow: (service: string, what: string) => `${service} can see ${what} from now.`,
  startedAll: (service: string, what: string) => `${service} can see ${what}, with everything so far.`,
  startedAllBut: (service: string, what: string, count: number) =>
    `${service} can see ${what}. ${count === 1 ? 'The one that only you can see stays' : `The ${count} that only you can see stay`} that way.`,
  stopped: (what: string, service: string) => `Stopped sharing ${what} with ${service}`,
  notStopped: 'Not stopped yet',
  willStop: 'It will stop when you are online.',
  stopByPhone: (phone: string) => `To stop it now, call ${phone}.`,
  notShared: 'Not shared yet. It will be when you are online.',
  noServices: 'When you join a service, you can share this with them.',
  noOverride: 'Staff can never open what you keep as “Only me”.',
  undo: 'Undo',
  bannerTitle: 'What you keep to yourself stays closed',
  banner:
    'Staff can never open what you keep as “Only me”. Not even in an emergency. Only a court could order the organisation that runs this app to open it.',
  whoSeesWhat: 'Who can see what',
  keptTitle: 'Kept by your service:',
  kept: 'messages, appointments, care plan. You can ask to see or correct these.',
  nothing: 'You share nothing yet. That is fine.',
  byThing: 'By thing',
  byService: 'By service',
  shared: 'What you share',
  onlyYours: 'Only you can see',
  share: 'Share',
  shareNamed: (what: string) => `Share ${what}`,
  stop: 'Stop sharing',
  stopNamed: (what: string, service: string) => `Stop sharing ${what} with ${service}`,
  stopAll: (service: string) => `Stop sharing everything with ${service}`,
  everything: 'everything',
  diary: 'Diary',
  diaryNote: 'You choose for each entry, where you write it.',
  seesNothingOfYours: 'They see nothing of this.',
  leaving: 'You are leaving. They see nothing of this.',
  couldNotShare: (what: string, service: string) => `We could not share ${what} with ${service}`,
  couldNotStop: (what: string, service: string) => `We could not stop sharing ${what} with ${service}`,
  leftMeanwhile: 'You may have finished with this service.',
  more: 'More about privacy',
  log: privacyLog,
}
