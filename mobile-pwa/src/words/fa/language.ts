import type en from '../en/language.ts'
import { own } from './marks.ts'

const language: typeof en = {
  code: 'fa',
  name: 'فارسی',
  dir: 'rtl',
  dateNames: undefined,
  list: (items) => new Intl.ListFormat('fa').format(items.map(own)),
}

export default language
