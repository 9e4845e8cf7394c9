import { count } from '../counting.ts'

export default {
  title: 'Locked, sign in to carry on',
  warn: (seconds: number) => `This screen locks in ${count(seconds, 'second', 'seconds')}. Nothing is lost.`,
  stay: 'Stay signed in',
}
