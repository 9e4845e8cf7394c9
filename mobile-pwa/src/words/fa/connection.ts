import type en from '../en/connection.ts'
import { digits } from './marks.ts'

const connection: typeof en = {
  offline: 'اینترنت نیست. ادامه دهید، ما ذخیره می‌کنیم.',
  back: 'دوباره وصل شدید.',
  backSent: (count) => `دوباره وصل شدید. ${digits(count)} مورد فرستاده شد.`,
  update: 'نسخهٔ تازه آماده است',
  updateNow: 'حالا به‌روز شود',
}

export default connection
