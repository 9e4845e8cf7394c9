/** Reading somebody whose time with the service has ended (domain.md 3.3 rule 9). */
export default {
  title: (name: string, service: string, date?: string) =>
    date ? `${name}’s time with ${service} ended on ${date}` : `${name}’s time with ${service} has ended`,
  lead: 'Say why you need to read it. You can read for 8 hours, and change nothing.',
  seen: (name: string) => `${name} can see that you read it, and why.`,
  reason: 'Why do you need to read it?',
  reasons: {
    continuity_of_care: 'To hand over, or carry on, their care',
    records_request: 'They, or somebody for them, asked for their records',
    complaint: 'A complaint or a concern',
    safeguarding: 'To keep somebody safe',
    court_or_law: 'A court or the law asks for it',
    audit: 'To check the quality of our work',
    other: 'Another reason',
  },
  missing: 'Choose a reason',
  words: 'What is the reason?',
  wordsHint: (name: string) => `${name} can read these words.`,
  wordsMissing: 'Say what the reason is, in at most 300 characters',
  open: 'Open to read',
  opening: 'Opening',
  offline: 'You are offline. Nothing was sent: try again when you are online.',
  failed: 'That did not work. Try again.',
}
