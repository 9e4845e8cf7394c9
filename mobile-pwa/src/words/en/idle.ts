import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  idle: 'You will be signed out soon',
  left: (count: number) => plural(count, { one: '1 second left', other: `${count} seconds left` }),
  stay: 'Stay signed in',
}
