import type en from '../en/settings.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

const settings: typeof en = {
  title: 'Gosodiadau',
  contact: "Cysylltu sy'n ddiogel",
  again: 'Beth fyddai’n helpu? Dewis eto',
  reading: 'Darllen',
  safety: 'Diogelwch',
  account: 'Fy nghyfrif',
  appearance: 'Golwg',
  themes: { device: "Yr un fath â'r ffôn hwn", light: 'Golau', dark: 'Tywyll' },
  textSize: 'Maint y testun',
  sizes: { usual: 'Arferol', large: 'Mawr', largest: 'Mwyaf' },
  language: 'Iaith',
  languageNote: 'Cyfieithwyd y Gymraeg gan gyfrifiadur. Nid yw person wedi ei gwirio eto.',
  previews: 'Dangos rhagolwg o negeseuon',
  previewsHint: 'Geiriau cyntaf neges, yn y rhestr ac ar Heddiw.',
  receipts: "Rhoi gwybod i'm tîm fy mod wedi agor negeseuon",
  receiptsHint: "Maen nhw'n gweld “Wedi'i gweld”. Nid yw diffodd hyn yn newid eich marciau heb eu darllen.",
  enter: "Mae'r fysell Enter yn anfon negeseuon",
  enterHint: 'Ar gyfrifiadur. Ar ffôn, mae Enter yn creu llinell newydd.',
  leave: 'Botwm Gadael yn gyflym',
  leaveHint: 'Yn dangos tudalen dywydd ar unwaith. Nid yw’n clirio eich hanes.',
  leaveKeys: 'Gallwch hefyd bwyso Shift dair gwaith.',
  practise: 'Ymarfer nawr',
  devices: 'Dyfeisiau sydd wedi mewngofnodi',
  thisDevice: 'Yr un hon',
  lastUsed: (ago) => `Defnyddiwyd ddiwethaf ${ago}`,
  endDevice: 'Allgofnodi',
  endDeviceNamed: (label) => `Allgofnodi ${label}`,
  endTitle: (label) => `Allgofnodi ${label}`,
  endBody: 'Bydd angen mewngofnodi eto arni. Bydd yr hyn a gadwodd yn cael ei dynnu.',
  endNo: 'Ei gadael wedi mewngofnodi',
  ended: (label) => `Mae ${label} wedi allgofnodi`,
  installNow: 'Ychwanegu Weft',
  installIos: 'Ar iPhone: Rhannu, yna Ychwanegu at y Sgrin Gartref.',
  needsInternet: 'Mae angen rhyngrwyd ar hyn. Bydd yn gweithio pan fyddwch ar-lein eto.',
  notSaved: 'Ni chafodd hynny ei gadw. Mae fel yr oedd.',
  signOut: 'Allgofnodi',
  signOutBody: 'Bydd yr hyn a gadwodd Weft ar y ffôn hwn yn cael ei dynnu.',
  signOutUnsent: (count) =>
    plural(count, {
      one: 'Nid yw 1 neges wedi mynd. Bydd yn aros dan glo ar y ffôn hwn nes i chi fewngofnodi eto.',
      other: `Nid yw ${count} neges wedi mynd. Byddant yn aros dan glo ar y ffôn hwn nes i chi fewngofnodi eto.`,
    }),
  signOutUnsentThings: (count) =>
    plural(count, {
      one: 'Nid yw 1 peth wedi mynd. Bydd yn aros dan glo ar y ffôn hwn nes i chi fewngofnodi eto.',
      other: `Nid yw ${count} peth wedi mynd. Byddant yn aros dan glo ar y ffôn hwn nes i chi fewngofnodi eto.`,
    }),
  stay: 'Aros wedi mewngofnodi',
  signOutEverywhere: 'Allgofnodi ym mhobman',
  signOutEverywhereBody: 'Bydd angen mewngofnodi eto ar bob ffôn a chyfrifiadur.',
  signingOut: 'Yn allgofnodi…',
}

export default settings
