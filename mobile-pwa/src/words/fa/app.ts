import type en from '../en/app.ts'

const app: typeof en = {
  name: 'Weft',
  line: 'مراقبت، پیوسته در میان قرارها',
  skip: 'رفتن به محتوای اصلی',
  help: 'همین حالا کمک بگیرید',
  tryAgain: 'دوباره امتحان کنید',
  home: 'رفتن به امروز',
  close: 'بستن',
  saved: 'ذخیره شد',
  savedHere: 'در این تلفن ذخیره شد. بعداً همگام می‌شود.',
  updated: (ago) => `به‌روز شده: ${ago}`,
}

export default app
