import type en from '../en/app.ts'

const app: typeof en = {
  name: 'Weft',
  line: 'Gofal, wedi ei blethu rhwng apwyntiadau',
  skip: "Neidio i'r prif gynnwys",
  help: 'Cael help nawr',
  tryAgain: 'Rhowch gynnig arall arni',
  home: 'Mynd i Heddiw',
  close: 'Cau',
  saved: "Wedi'i gadw",
  savedHere: "Wedi'i gadw ar y ffôn hwn. Bydd yn cysoni'n nes ymlaen.",
  updated: (ago) => `Diweddarwyd ${ago}`,
}

export default app
