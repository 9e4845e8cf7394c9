import type en from '../en/nav.ts'

const nav: typeof en = {
  label: 'اصلی',
  menu: 'منو',
  back: 'بازگشت',
  today: 'امروز',
  messages: 'پیام‌ها',
  track: 'ثبت',
  goals: 'هدف‌ها',
  plan: 'برنامه',
  settings: 'تنظیمات',
  tips: 'نکته‌ها',
  feedback: 'نظر دادن',
  privacy: 'حریم خصوصی',
  invite: 'کد دعوت دارم',
  signOut: 'خروج',
  choices: (count) => `${count.toLocaleString('fa')} انتخاب در انتظار`,
  leave: 'خروج سریع',
  leaving: 'در حال خروج',
}

export default nav
