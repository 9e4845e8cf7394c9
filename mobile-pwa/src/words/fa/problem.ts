import type en from '../en/problem.ts'
import { digits, ltr } from './marks.ts'

const problem: typeof en = {
  titlePrefix: 'خطا:',
  summary: 'مشکلی هست',
  wrong: 'مشکلی پیش آمد. آنچه نوشتید روی این گوشی محفوظ است.',
  wrongHere: 'مشکلی پیش آمد.',
  offline: 'اینترنت ندارید. وقتی وصل شدید دوباره امتحان کنید.',
  later: 'Weft الان نمی‌تواند ذخیره کند. کمی بعد دوباره امتحان کنید.',
  tooMany: (wait) => `تعداد دفعه‌ها زیاد بود. ${wait} صبر کنید، بعد دوباره امتحان کنید.`,
  reference: (id) => `شمارهٔ پیگیری ${ltr(id)}`,
  hidden: 'شاید جابه‌جا شده یا با شما به اشتراک گذاشته نشده است.',
  hiddenTitle: 'نمی‌توانیم این را نشان دهیم',
  phoneFull: 'این گوشی جای خالی ندارد. این صفحه را باز بگذارید تا پیام شما فرستاده شود.',
  phoneForgets: 'این مرورگر چیزی برای ما نگه نمی‌دارد. این صفحه را باز بگذارید تا پیام‌هایتان فرستاده شود.',
  phoneCleared: (count) =>
    `این گوشی آنچه Weft ذخیره کرده بود پاک کرد. ${digits(count)} پیام که فرستاده نشده بود از دست رفت. متأسفیم.`,
  seconds: (count) => `${digits(count)} ثانیه`,
  minutes: (count) => `${digits(count)} دقیقه`,
}

export default problem
