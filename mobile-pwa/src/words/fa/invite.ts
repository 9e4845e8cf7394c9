import type en from '../en/invite.ts'
import { ltr, own } from './marks.ts'

const invite: typeof en = {
  title: 'پیوستن به یک خدمت',
  intro: 'تیم شما می‌تواند به شما کد بدهد. تا ۷ روز کار می‌کند.',
  code: 'کد دعوت',
  born: 'تاریخ تولد شما (میلادی)',
  bornHint: `مانند ${ltr('15 3 1984')}`,
  submit: 'پیوستن',
  busy: 'در حال پیوستن…',
  done: (service) => `به ${own(service)} پیوستید.`,
  openMessages: 'باز کردن پیام‌ها',
  errors: {
    code: 'کدی را که تیمتان داد وارد کنید',
    born: `روز تولد خود را به میلادی وارد کنید، مانند ${ltr('15 3 1984')}`,
    noMatch: 'این مشخصات پیدا نشد. از تیم خود کد بخواهید.',
  },
}

export default invite
