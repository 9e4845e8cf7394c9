import type { PartialWords } from './words.ts'

/** Farsi, begun: translated by a computer and not yet checked, which Settings says. What is missing reads in English. */
const fa: PartialWords = {
  language: { code: 'fa', name: 'فارسی', dir: 'rtl' },
  app: { skip: 'رفتن به محتوای اصلی', tryAgain: 'دوباره امتحان کنید', close: 'بستن', saved: 'ذخیره شد' },
  nav: {
    menu: 'منو',
    back: 'بازگشت',
    today: 'امروز',
    messages: 'پیام‌ها',
    settings: 'تنظیمات',
    signOut: 'خروج',
    leave: 'خروج سریع',
  },
  signIn: { title: 'ورود', email: 'ایمیل شما', password: 'گذرواژه', submit: 'ورود' },
  today: {
    title: 'امروز',
    greeting: {
      morning: 'صبح بخیر',
      afternoon: 'روز بخیر',
      evening: 'عصر بخیر',
    },
    open: 'باز کردن',
  },
  messages: { title: 'پیام‌ها', you: 'شما' },
  conversation: { composer: 'پیام بنویسید', send: 'ارسال' },
  settings: { title: 'تنظیمات', language: 'زبان', appearance: 'ظاهر', textSize: 'اندازهٔ متن' },
}

export default fa
