/** What workers write about a goal, as its owner reads it. */
export default {
  title: 'From your team',
  new: 'New',
  newOnCard: 'New comment',
  who: (name: string, role: string, service: string) => [name, role, service].filter(Boolean).join(' · '),
  ask: 'Ask about this',
  askNamed: (name: string) => `Ask about what ${name} wrote`,
  draft: (day: string) => `About your comment on my goal (${day}): `,
  about: 'No other service can see what they wrote.',
}
