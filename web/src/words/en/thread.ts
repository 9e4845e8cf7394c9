export default {
  you: 'You',
  note: 'Staff note',
  automatic: 'Automatic reply',
  keepFrom: (name: string) => `Keep this from ${name}`,
  correctedBelow: (at: string) => `Corrected at ${at}, see below`,
  line: {
    joined: (name: string) => `${name} joined the team`,
    left: (name: string) => `${name} left the team`,
    role_changed: (name: string) => `${name} has a new role`,
    closed: () => 'This conversation was closed',
    reopened: () => 'This conversation was opened again',
  },
}
