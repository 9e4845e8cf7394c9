export default {
  add: 'Add to record',
  title: (name: string) => `Add a copy to ${name}’s record`,
  act: (name: string) => `Add to ${name}’s record`,
  stay: 'Not now',
  adding: 'Adding…',
  added: (name: string) => `Added. ${name} is told in Privacy.`,
  notShared: (name: string) => `Not added: ${name} no longer shares all of this.`,
  days: (from: string, to: string) => `${from} to ${to}`,
  told: (name: string) =>
    `Your team keeps this copy as it is today, also if ${name} stops sharing. ${name} sees in Privacy who saved it, when and what.`,
  ask: {
    act: (what: string) => `Ask to see ${what}`,
    /** In the middle of a sentence. */
    what: {
      sleep: 'sleep',
      mood: 'mood',
      coping: 'coping ideas',
      safety_plan: 'the safety plan',
      about_me: 'About them, in their words',
    },
    asked: (name: string) => `Asked. ${name} chooses, and need not say why.`,
    since: (what: string, by: string, on: string, again: string) =>
      `${what}: not shared. ${by} asked on ${on}. You can ask again from ${again}.`,
  },
  copies: 'Copies in the record',
  copyOf: (name: string) => `Copy in ${name}’s record`,
  by: (who: string) => `Saved by ${who}`,
  asOf: (date: string) => `As it was on ${date}`,
  gone: 'We can’t show this copy.',
  diaryOf: (date: string) => `Diary, ${date}`,
  kinds: {
    goal: 'A goal',
    rating: 'Goal ratings',
    sleep: 'Sleep',
    problem: 'A problem',
    mood: 'Mood',
    diary: 'A diary entry',
    coping: 'Coping ideas',
    safety_plan: 'Safety plan',
    about_me: 'About them, in their words',
  },
}
