import type en from '../en/privacy-log.ts'
import { digits, own } from './marks.ts'

const log: typeof en = {
  title: 'چه کسی نگاه کرده است',
  about: 'هر بار که کارکنان چیزی دربارهٔ شما باز کنند، اینجا نوشته می‌شود.',
  nobody: 'در این مدت کسی نگاه نکرده است.',
  earlier: 'نمایش روزهای قبلی',
  somebody: 'یک نفر',
  other: 'پروندهٔ شما',
  times: (count, first, last) => `${digits(count)} بار، ${first} تا ${last}`,
  acts: {
    read: (who, what) => `${own(who)} به ${what} نگاه کرد`,
    write: (who, what) => `${own(who)} به ${what} افزود`,
    share: (who, what) => `${own(who)} عوض کرد که چه کسی ${what} را ببیند`,
    export: (who, what) => `${own(who)} از ${what} نسخه‌ای ذخیره کرد`,
    print: (who, what) => `${own(who)} ${what} را چاپ کرد`,
    search_hit: (who, what) => `${own(who)} ${what} را در جستجو یافت`,
  },
  kinds: {
    person: 'نام و مشخصات تماس شما',
    enrolment: 'زمان بودن شما با خدمت',
    caseload: 'نام شما در فهرستشان',
    person_team: 'پیام‌های شما',
    message: 'پیام‌های شما',
    goal: 'هدف‌های شما',
    rating: 'امتیاز هدف‌های شما',
    sleep: 'خواب شما',
    problem: 'مشکلی که ثبت می‌کنید',
    mood: 'حال و روحیهٔ شما',
    diary: 'نوشته‌ای از دفترچه که به اشتراک گذاشته‌اید',
    plan: 'برنامه‌های شما',
    coping: 'راه‌های کنار آمدن شما',
    safety_plan: 'برنامهٔ ایمنی شما',
    about_me: 'دربارهٔ من',
    record_copy: 'رونوشتی از آنچه به اشتراک گذاشتید',
    share_ask: 'پرسشی از شما درباره اشتراک‌گذاری',
    care_plan: 'برنامهٔ مراقبت شما',
    sharing: 'آنچه به اشتراک می‌گذارید',
    questionnaire: 'پاسخ‌های شما به پرسش‌ها',
    appointment: 'قرارهای شما',
  },
  reasons: {
    care: 'دلیل: مراقبت از شما',
    duty: 'دلیل: نوبت کاری',
    review: 'دلیل: بازبینی',
    break_glass: 'دلیل: شرایط اضطراری',
    circle: 'دلیل: کار مشترک',
    support: 'دلیل: پشتیبانی',
  },
}

export default log
