import type en from '../en/help.ts'
import { ltr } from './marks.ts'

const help: typeof en = {
  lines: {
    999: {
      title: `همین حالا در خطرید؟ با ${ltr('999')} تماس بگیرید`,
      detail: `یا به اورژانس بیمارستان (${ltr('A&E')}) بروید. شب و روز.`,
      routes: [`${ltr('999')} با رلهٔ متنی، ${ltr('18000')}`, `${ltr('999')} به زبان اشاره`],
    },
    111: {
      title: `${ltr('NHS 111')}، سپس گزینهٔ ${ltr('2')}`,
      detail: 'کمک برای سلامت روان، شب و روز',
      routes: [`${ltr('111')} با رلهٔ متنی، ${ltr('18001 111')}`, `${ltr('111')} به زبان اشاره`],
    },
    samaritans: {
      title: `سامریتنز ${ltr('Samaritans 116 123')}`,
      detail: 'برای حرف زدن دربارهٔ هر چیز. رایگان، شب و روز.',
      routes: [`${ltr('Samaritans')} با رلهٔ متنی، ${ltr('18001 116 123')}`],
    },
    shout: {
      title: `واژهٔ ${ltr('SHOUT')} را به ${ltr('85258')} پیامک کنید`,
      detail: 'برای نوشتن با یک نفر. رایگان، شب و روز.',
    },
    childline: { title: ltr('Childline 0800 1111'), detail: 'برای هر کسی زیر ۱۹ سال. رایگان، شب و روز.' },
    papyrus: { title: ltr('Papyrus 0800 068 4141'), detail: 'زیر ۳۵ سال و در فکر خودکشی. رایگان.' },
    'domestic-abuse': {
      title: `خشونت خانگی ${ltr('0808 2000 247')}`,
      detail: 'اگر کسی در خانه به شما آسیب می‌زند یا شما را می‌ترساند. رایگان، شب و روز.',
    },
    frank: { title: ltr('FRANK 0300 123 6600'), detail: 'دربارهٔ مواد مخدر، برای خودتان یا آشنایی' },
  },
  page: '/help-fa.html',
  hours: {
    fromTo: (open, close) => `${open} تا ${close}`,
    and: ' و ',
    on: (open, days) => `${open}، ${days}`,
    days: (first, last) => `${first} تا ${last}`,
  },
}

export default help
