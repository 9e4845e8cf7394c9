import type en from '../en/questions.ts'
import { digits, own } from './marks.ts'

const questions: typeof en = {
  title: 'پرسش‌های تیم شما',
  from: (service) => `${own(service)} می‌خواهد بداند حالتان چطور بوده است.`,
  notWatched: 'هنگام نوشتن، کسی این پاسخ‌ها را نمی‌بیند.',
  willLook: (name, when) => `${own(name)} ${when} نگاه می‌کند.`,
  willLookSometime: (name) => `${own(name)} وقتی برگردد نگاه می‌کند.`,
  maySkip: 'می‌توانید از هر پرسشی بگذرید، یا بس کنید و بعد برگردید.',
  inEnglish: 'این پرسش‌ها به انگلیسی است. هنوز ترجمهٔ فارسی آزموده‌شده‌ای نداریم. از تیم خود مترجم بخواهید.',
  open: 'پاسخ دهید',
  dueBy: (service, day) => `${own(service)} پرسیده است. اگر می‌توانید تا ${day} پاسخ دهید.`,
  start: 'شروع',
  carryOn: 'ادامه',
  step: (step, of) => `پرسش ${digits(step)} از ${digits(of)}`,
  next: 'بعدی',
  skip: 'رد شدن',
  later: 'بعداً برمی‌گردم',
  send: (service) => `فرستادن به ${own(service)}`,
  thanks: 'ممنون که به ما گفتید. شما سزاوار حمایت هستید.',
  readAt: (opens) => `تیم شما بسته است. ${opens} باز می‌شود و آن‌وقت می‌خوانند. منتظر ما نمانید.`,
  readLater: 'تیم شما اکنون بسته است. منتظر ما نمانید.',
  openPlan: 'باز کردن برنامهٔ ایمنی من',
  wouldLikeCall: 'می‌خواهید با شما تماس بگیریم؟',
  yes: 'بله',
  notNow: 'حالا نه',
  callNoted: 'تیم شما می‌بیند که تماس می‌خواهید.',
  noCall: 'اشکالی ندارد. این شماره‌ها همیشه پاسخ می‌دهند.',
  sent: 'فرستاده شد.',
  notSentYet:
    'هنوز فرستاده نشده. تا وصل نشوید تیم شما نمی‌بیند. اگر همین حالا کمک می‌خواهید، روی «همین حالا کمک بگیرید» بزنید.',
  total: (total) => `جمع شما ${digits(total)} شد. این فقط بخشی از ماجراست. تیم شما می‌تواند درباره‌اش حرف بزند.`,
}

export default questions
