import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  offline: 'No internet. Carry on, we will save it.',
  back: 'Back online.',
  backSent: (count: number) => plural(count, { one: 'Back online. 1 sent.', other: `Back online. ${count} sent.` }),
  update: 'An update is ready',
  updateNow: 'Update now',
}
