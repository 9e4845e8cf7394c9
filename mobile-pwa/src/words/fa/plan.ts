import type en from '../en/plan.ts'
import { own, persian } from './marks.ts'

const plan: typeof en = {
  title: 'برنامه',
  print: 'چاپ',
  printFoot: 'این را در جای امنی نگه دارید',
  save: 'ذخیره',
  delete: 'پاک کردن',
  deleted: 'پاک شد. تا ۱۴ روز می‌توانید آن را برگردانید.',
  restore: 'برگرداندن',
  restored: 'برگشت',
  tooLong: (max) => `حداکثر ${persian(max)} نویسه بنویسید`,
  versions: 'نسخه‌های قبلی',
  version: (when) => `ذخیره شده ${when}`,
  versionBy: (when, who) => `ذخیره شده ${when}، از زبان ${own(who)}`,
  changed: (when) => `آخرین تغییر ${when}`,
  conflict: {
    title: 'این را روی دو دستگاه عوض کردید',
    body: 'هر دو محفوظ است. انتخاب کنید کدام بماند.',
    mine: 'روی این دستگاه',
    other: 'روی دستگاه دیگر',
    keepMine: 'این بماند',
    keepOther: 'آن دیگری بماند',
    keepBoth: 'هر دو بماند',
    nothing: 'چیزی نوشته نشده',
  },
}

export default plan
