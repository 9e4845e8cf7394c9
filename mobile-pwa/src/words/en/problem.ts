import { pluralIn } from '../plural.ts'

const plural = pluralIn('en')

export default {
  titlePrefix: 'Error:',
  summary: 'There is a problem',
  wrong: 'Something went wrong. What you wrote is safe on this phone.',
  wrongHere: 'Something went wrong.',
  offline: 'You are offline. Try again when you have internet.',
  later: 'Weft cannot save just now. Try again in a moment.',
  tooMany: (wait: string) => `That is a lot at once. Wait ${wait}, then try again.`,
  reference: (id: string) => `Reference ${id}`,
  hidden: 'It may have moved, or it may not be shared with you.',
  hiddenTitle: "We can't show this",
  phoneFull: 'This phone has no room to save. Keep this page open until it is sent.',
  phoneForgets: 'This browser does not save for us. Keep this page open until all is sent.',
  phoneCleared: (count: number) =>
    plural(count, {
      one: 'This phone cleared what Weft had saved. 1 thing that was not sent is gone. We are sorry.',
      other: `This phone cleared what Weft had saved. ${count} things that were not sent are gone. We are sorry.`,
    }),
  seconds: (count: number) => plural(count, { one: '1 second', other: `${count} seconds` }),
  minutes: (count: number) => plural(count, { one: '1 minute', other: `${count} minutes` }),
}
