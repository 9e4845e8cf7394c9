import type { DateNames } from '../dates.ts'

export default {
  code: 'en',
  name: 'English',
  dir: 'ltr' as 'ltr' | 'rtl',
  /** Only of a language that browsers have no names of days for. */
  dateNames: undefined as DateNames | undefined,
  list: (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items),
}
