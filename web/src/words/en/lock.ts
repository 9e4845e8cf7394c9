import { count } from '../counting.ts'

export default {
  title: 'Locked, sign in to carry on',
  nothingLost: 'Please sign in to carry on. Nothing is lost.',
  someoneElse: 'Not you? Sign in as someone else',
  warnTitle: 'Are you still there?',
  warn: (seconds: number) => `This screen locks in ${count(seconds, 'second', 'seconds')}. Nothing is lost.`,
  stay: 'Stay signed in',
  lockNow: 'Lock now',
}
