import type en from '../en/overview.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

/** The days before, as many: “y 7 diwrnod”, “y ddau ddiwrnod”. */
const days = (count: number) => plural(count, { two: `${count} ddiwrnod`, other: `${count} diwrnod` })

const overview: typeof en = {
  title: "Sut mae'n mynd",
  span: 'Sawl diwrnod',
  days,
  earlier: (count) => `Y ${days(count)} cynt`,
  later: (count) => `Y ${days(count)} wedyn`,
  fromTo: (from, to) => `${from} i ${to}`,
  empty: 'Cofnodwch ychydig ddyddiau a byddan nhw’n ymddangos yma.',
  asOf: (time) => `Hyd at ${time} ar y ffôn hwn`,
  logToday: 'Cofnodi heddiw',
  sleep: (mean, count, of) => `Tua ${mean}, o ${count} allan o ${of} noson.`,
  problem: (mean, count, of) => `Tua ${mean} allan o 10, o ${count} allan o ${days(of)}.`,
  mood: (mean, count, of) => `Tua ${mean} allan o 5, o ${count} allan o ${days(of)}.`,
  noNights: (of) => `Dim cwsg wedi'i gofnodi yn y ${days(of)} hyn. Mae hynny'n iawn.`,
  noDays: (of) => `Dim wedi'i gofnodi yn y ${days(of)} hyn. Mae hynny'n iawn.`,
  trends: {
    lower: (count) => `Yn is na'r ${days(count)} cynt.`,
    'a-little-lower': (count) => `Ychydig yn is na'r ${days(count)} cynt.`,
    'about-the-same': (count) => `Tua'r un fath â'r ${days(count)} cynt.`,
    'a-little-higher': (count) => `Ychydig yn uwch na'r ${days(count)} cynt.`,
    higher: (count) => `Yn uwch na'r ${days(count)} cynt.`,
  },
  noTrend: 'Dim digon o ddyddiau eto i ddweud a yw wedi newid.',
  outOfFive: (value) => `${value} allan o 5`,
  sharedWith: (service, what) => `Wedi'i rannu â ${service}: ${what}.`,
  onlyYou: (what) => `Dim ond chi: ${what}.`,
  dayList: 'Fesul diwrnod',
  moments: 'Adegau pwysig',
  momentsIntro: 'Pethau a ddigwyddodd. Dim ond chi all weld y rhain.',
  moment: 'Beth ddigwyddodd?',
  momentHint: 'Fel: dechrau meddyginiaeth newydd.',
  momentDay: 'Pryd oedd hynny?',
  addMoment: 'Ychwanegu adeg bwysig',
  momentErrors: {
    words: 'Ysgrifennwch beth ddigwyddodd, mewn hyd at 80 llythyren',
    day: 'Rhowch ddiwrnod hyd at heddiw, fel 15 3 2026',
  },
  print: 'Argraffu',
  download: 'Lawrlwytho',
  file: 'fy-nyddiau',
  columns: { day: 'Diwrnod', what: 'Beth', value: 'Gwerth', note: 'Nodyn' },
  needsInternet: 'Mae angen rhyngrwyd ar gyfer dyddiau o amser maith yn ôl.',
}

export default overview
