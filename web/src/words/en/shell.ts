import { count } from '../counting.ts'

export default {
  starting: 'Opening Weft…',
  account: (name: string) => `${name}: settings`,
  keys: 'Keys and help',
  signOut: 'Sign out',
  unreachable: 'We cannot reach Weft.',
  unreachableHint: 'Check your internet. We keep trying.',
  tryAgain: 'Try again',
  noTeam: 'Your account is ready but has no team. Ask your coordinator.',
  noScreensTitle: 'Nothing here yet',
  noScreens: 'Your role has no screens here yet. You can change your own settings.',
  offline: 'No internet. Replies wait in this tab and are marked.',
  newVersion: 'An update is ready',
  updateNow: 'Update now',
  unsentLeave: (n: number) =>
    `You have ${count(n, 'unfinished text', 'unfinished texts')} in this tab. Signing out drops ${n === 1 ? 'it' : 'them'}.`,
  signOutAnyway: 'Sign out and drop',
  stay: 'Stay signed in',
}
