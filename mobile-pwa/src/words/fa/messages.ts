import type en from '../en/messages.ts'
import { digits, own } from './marks.ts'

const messages: typeof en = {
  title: 'پیام‌ها',
  withPeople: (count) => `شما و ${digits(count)} نفر`,
  newCount: (count) => `${digits(count)} تازه`,
  hidden: 'پیام پنهان است',
  you: 'شما',
  notSent: (count) => `${digits(count)} هنوز فرستاده نشده`,
  finished: 'تمام شده',
  empty: 'وقتی به خدمتی بپیوندید، پیام‌هایتان اینجا خواهد بود.',
  emptyCarer: 'وقتی تیمی شما را به‌عنوان مراقب اضافه کند، پیام‌هایتان با آن‌ها اینجا خواهد بود.',
  haveCode: 'کد دعوت دارم',
  markUnread: 'نخوانده علامت بزنید',
  markedUnread: 'نخوانده علامت خورد',
  hide: 'پنهان کردن روی این گوشی',
  hiddenHere: 'تا رسیدن پیام تازه اینجا پنهان است.',
  menuFor: (name) => `گزینه‌های بیشتر برای ${own(name)}`,
  about: (person) => `دربارهٔ ${own(person)}`,
  lastMessage: (when) => `آخرین پیام ${when}`,
}

export default messages
