import type en from '../en/today.ts'
import { digits, own } from './marks.ts'

const today: typeof en = {
  title: 'امروز',
  greeting: {
    morning: 'صبح بخیر',
    afternoon: 'روز بخیر',
    evening: 'عصر بخیر',
  },
  next: 'بعدی',
  unsent: (count) => `${digits(count)} پیام هنوز فرستاده نشده`,
  failed: (count) => `${digits(count)} پیام فرستاده نشد`,
  look: 'ببینید',
  waiting: 'پیامی در انتظار شماست',
  waitingFrom: (service) => `پیامی از ${own(service)}`,
  open: 'باز کردن',
  nothing: 'چیزی در انتظار شما نیست.',
  write: (service) => `نوشتن به ${own(service)}`,
  welcomeTitle: 'خوش آمدید',
  welcome: 'با یک کار کوچک شروع کنید.',
  welcomeCarer: 'وقتی تیمی شما را به‌عنوان مراقب اضافه کند، می‌توانید اینجا به آن‌ها بنویسید.',
  more: 'بیشتر',
  howAreThings: 'اوضاع چطور است؟',
  logged: 'امروز انجام شد',
  sleep: 'خواب',
  mood: 'حال و روحیه',
  diary: 'دفترچه',
  nextStep: 'قدم بعدی',
  stepTicked: 'قدم علامت خورد',
  idea: 'چیزی که کمک می‌کند',
  openPlan: 'برنامهٔ من',
  suggested: 'هدفی برای فکر کردن',
  suggestedBy: (name) => `${own(name)} هدفی پیشنهاد کرد. می‌توانید آن را اضافه کنید یا نکنید.`,
  logSleep: 'ثبت خواب',
  tiles: {
    plan: 'برنامه',
    diary: 'دفترچه',
    tips: 'نکته‌ها',
    privacy: 'حریم خصوصی',
    invite: 'پیوستن به یک خدمت',
    worried: 'همین حالا نگرانید؟',
    settings: 'تنظیمات',
  },
}

export default today
