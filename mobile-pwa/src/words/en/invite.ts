export default {
  title: 'Join a service',
  intro: 'Your team can give you a code. It works for 7 days.',
  code: 'Invite code',
  born: 'Your date of birth',
  bornHint: 'Like 15 3 1984',
  submit: 'Join',
  busy: 'Joining…',
  done: (service: string) => `You have joined ${service}.`,
  openMessages: 'Open your messages',
  errors: {
    code: 'Enter the code your team gave you',
    born: 'Enter the day you were born, like 15 3 1984',
    noMatch: 'We could not match those details. Ask your team for a code.',
  },
}
