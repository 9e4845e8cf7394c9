import type en from '../en/conversation.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

const conversation: typeof en = {
  title: 'Sgwrs',
  withTeam: (service) => `Negeseuon gyda ${service}`,
  canSee: (count) =>
    plural(count, {
      two: `Gall ${count} berson yn y tîm hwn weld hyn`,
      few: `Gall ${count} pherson yn y tîm hwn weld hyn`,
      many: `Gall ${count} pherson yn y tîm hwn weld hyn`,
      one: 'Gall 1 person yn y tîm hwn weld hyn',
      other: `Gall ${count} o bobl yn y tîm hwn weld hyn`,
    }),
  whoTitle: 'Pwy all weld hyn',
  notCarers: "Ni all eich teulu na'ch gofalwyr weld hyn.",
  notPerson: (name) => `Ni all ${name} weld hyn. Gall y tîm.`,
  composer: 'Ysgrifennu neges',
  send: 'Anfon',
  notice: (team, aim) =>
    [
      `Mae eich neges yn mynd at bawb yn ${team}.`,
      aim,
      "Nid ydym yn gwylio negeseuon drwy'r amser. Os oes angen help arnoch nawr, tapiwch Cael help nawr.",
    ]
      .filter(Boolean)
      .join(' '),
  empty: (team) => `Dywedwch helô, neu gofynnwch gwestiwn. Bydd ${team} yn ei weld.`,
  keepFrom: (name) => `Cadw hyn oddi wrth ${name}`,
  replyingTo: (name) => `Yn ateb ${name}`,
  yourself: 'eich hun',
  reply: (name, text) => `Ateb i ${name}: “${text}”`,
  replyEarlier: 'Ateb i neges gynharach',
  stopReply: 'Peidio ag ateb',
  editing: 'Yn golygu eich neges',
  correcting: 'Yn cywiro eich neges',
  stopEditing: 'Stopio',
  saveEdit: 'Cadw’r newid',
  editNotSaved: 'Ni chafodd y newid ei gadw. Mae eich geiriau yma o hyd. Rhowch gynnig arall arni.',
  editTooLate: 'Mae mwy na 10 munud wedi mynd heibio. Gallwch anfon hwn fel cywiriad.',
  sendCorrection: 'Anfon cywiriad',
  correction: 'Cywiriad',
  automatic: 'Ateb awtomatig',
  otherWays: 'Ffyrdd eraill',
  menu: {
    label: 'Mwy ar gyfer y neges hon',
    reply: 'Ateb',
    copy: 'Copïo',
    edit: 'Golygu',
    correct: 'Cywiro’r neges hon',
    withdraw: 'Tynnu yn ôl',
    hide: 'Cuddio i mi',
    markUnread: 'Marcio heb ei darllen o’r fan hon',
  },
  copied: 'Wedi copïo',
  hiddenNow: "Wedi'i chuddio i chi. Gall eich tîm ei gweld o hyd.",
  withdrawTitle: 'Tynnu’r neges hon yn ôl',
  withdrawBody: (team) =>
    `Bydd yn dweud “Neges wedi'i thynnu yn ôl”. Mae ${team} yn cadw'r geiriau ar gyfer y cofnod. Efallai eu bod wedi ei darllen eisoes.`,
  withdrawYes: 'Tynnu’r neges yn ôl',
  withdrawNo: 'Ei chadw',
  deleteTitle: 'Dileu’r neges hon',
  deleteBody: 'Nid yw wedi mynd. Os dilëwch hi yma, bydd wedi mynd am byth.',
  deleteYes: 'Dileu’r neges',
  deleteNo: 'Ei chadw',
  lines: {
    joined: (name) => `Ymunodd ${name}`,
    left: (name) => `Gadawodd ${name}`,
    role_changed: (name, role) => (role ? `${role} yw ${name} nawr` : `Mae gan ${name} rôl newydd`),
    closed: 'Mae’r sgwrs hon wedi gorffen',
    reopened: 'Mae’r sgwrs hon ar agor eto',
  },
  announceOnly: (team, phone) => `Nid yw ${team} yn derbyn negeseuon yma. Ffoniwch ${phone}.`,
  nobody: (phone) => `Nid oes neb yn darllen negeseuon yma nawr. Ffoniwch ${phone}.`,
  call: (phone) => `Ffonio ${phone}`,
  ended: (service) => `Rydych wedi gorffen gyda ${service}. Gallwch ddarllen y negeseuon hyn.`,
  endedHelp: 'Os oes angen help arnoch:',
  worried:
    'Mae’n swnio fel petai pethau’n anodd iawn ar hyn o bryd. Does dim rhaid i chi aros amdanon ni. Dyma gyda phwy y gallwch siarad ar unwaith.',
  promise: {
    by: {
      today: (time) => `erbyn ${time} heddiw`,
      tomorrow: (time) => `erbyn ${time} yfory`,
      weekday: (time, day) => `erbyn ${time} ${day}`,
      date: (time, day) => `erbyn ${time} ${day}`,
    },
    opens: {
      today: (time) => `am ${time} heddiw`,
      tomorrow: (time) => `am ${time} yfory`,
      weekday: (time, day) => `am ${time} ${day}`,
      date: (time, day) => `am ${time} ${day}`,
    },
    aim: (when) => `Ein nod yw ateb ${when}.`,
    unknown: (phone) => `Ni allwn ddweud pryd y byddwn yn ateb. Ffoniwch ${phone}.`,
    holidays: {
      'New Year’s Day': 'Dydd Calan',
      '2nd January': '2 Ionawr',
      'St Patrick’s Day': 'Gŵyl San Padrig',
      'Good Friday': 'Dydd Gwener y Groglith',
      'Easter Monday': 'Llun y Pasg',
      'Early May bank holiday': 'Gŵyl banc dechrau Mai',
      'Spring bank holiday': 'Gŵyl banc y gwanwyn',
      'Battle of the Boyne (Orangemen’s Day)': 'Brwydr y Boyne',
      'Summer bank holiday': 'Gŵyl banc yr haf',
      'World Cup bank holiday': 'Gŵyl banc Cwpan y Byd',
      'St Andrew’s Day': 'Gŵyl San Andreas',
      'Christmas Day': 'Dydd Nadolig',
      'Boxing Day': 'Gŵyl San Steffan',
    },
  },
  reasons: {
    tooLong: 'Mae’n hirach na 5,000 o nodau.',
    tooMany: 'Roedd hynny’n llawer ar unwaith. Rhowch gynnig arall arni mewn munud.',
    waitedLong: 'Mae wedi aros dros 15 munud.',
    wrong: 'Aeth rhywbeth o’i le ar ein hochr ni.',
    gone: 'Ni allwch ysgrifennu yn y sgwrs hon mwyach.',
  },
}

export default conversation
