import type en from '../en/carer.ts'
import { own } from './marks.ts'

const carer: typeof en = {
  bar: (name) => `شما از ${own(name)} حمایت می‌کنید`,
  myself: 'خودم',
  supporting: 'افرادی که حمایت می‌کنید',
}

export default carer
