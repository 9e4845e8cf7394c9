import { count } from '../counting.ts'

export default {
  title: 'Find',
  label: 'Find a person, a page or something to do',
  results: 'Results',
  none: 'Nothing found. Try fewer letters.',
  count: (n: number) => count(n, 'result', 'results'),
  groups: { acts: 'Do', people: 'People', pages: 'Pages', help: 'Help' },
  lock: 'Lock this screen',
  keys: 'Keys and help',
}
