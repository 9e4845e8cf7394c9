import type en from '../en/privacy.ts'
import log from './privacy-log.ts'

const privacy: typeof en = {
  title: 'Preifatrwydd',
  you: 'Chi',
  onlyYou: 'Dim ond chi all weld hwn',
  since: (who, since) => `${who} ers ${since}`,
  whoTitle: 'Pwy all weld hwn',
  aService: 'gwasanaeth',
  what: {
    goal: "y nod hwn, ei gamau a'i sgorau,",
    rating: 'Sgorau nodau',
    sleep: 'Cwsg',
    problem: 'y broblem hon',
    mood: 'Hwyliau',
    diary: 'y cofnod dyddiadur hwn',
    coping: 'Syniadau ymdopi',
    safety_plan: 'Fy nghynllun diogelwch',
    about_me: 'Amdana i',
  },
  goalsOf: {
    physical_health: 'Nodau am iechyd corfforol',
    mental_health: 'Nodau am iechyd meddwl',
    alcohol: 'Nodau am alcohol',
    smoking: 'Nodau am ysmygu',
    housing: 'Nodau am dai',
    relationships: 'Nodau am berthnasoedd',
    work: 'Nodau am waith',
    money: 'Nodau am arian',
    other: 'Nodau am rywbeth arall',
  },
  diaryOf: (day) => `Dyddiadur, ${day}`,
  choose: { me: 'Dim ond fi', shared: 'Wedi’i rannu' },
  sharedWith: 'Wedi’i rannu gyda',
  nobodyYet: 'Neb eto. Ticiwch pwy all ei weld.',
  through: (service, what) => `Gall ${service} ei weld hefyd, oherwydd eich bod yn rhannu “${what}”.`,
  fromLegend: 'Beth gânt ei weld?',
  from: { now: 'O hyn ymlaen', everything: 'Popeth hyd yma hefyd' },
  stays: {
    goals: (count) =>
      count === 1
        ? 'Mae 1 nod na all neb ond chi ei weld. Bydd yn aros felly.'
        : `Mae ${count} nod na all neb ond chi eu gweld. Byddant yn aros felly.`,
    ideas: (count) =>
      count === 1
        ? 'Mae 1 syniad na all neb ond chi ei weld. Bydd yn aros felly.'
        : `Mae ${count} syniad na all neb ond chi eu gweld. Byddant yn aros felly.`,
  },
  shareKept: (count) => (count === 1 ? 'Rhannu hwn hefyd' : `Rhannu'r ${count} hyn hefyd`),
  keptSeenToo: (who, count) => `Efallai y gall ${who} ${count === 1 ? 'ei weld' : 'eu gweld'} hefyd wedyn.`,
  seesSince: (since) => `Yn gallu gweld hwn ers ${since}`,
  startedNow: (service, what) => `Gall ${service} weld ${what} o hyn ymlaen.`,
  startedAll: (service, what) => `Gall ${service} weld ${what}, gyda phopeth hyd yma.`,
  startedAllBut: (service, what, count) =>
    `Gall ${service} weld ${what}. Bydd ${count === 1 ? 'un na all neb ond chi ei weld' : `${count} na all neb ond chi eu gweld`} yn aros felly.`,
  stopped: (what, service) => `Wedi stopio rhannu ${what} gyda ${service}`,
  notStopped: 'Heb stopio eto',
  willStop: 'Bydd yn stopio pan fyddwch ar-lein.',
  stopByPhone: (phone) => `I'w stopio nawr, ffoniwch ${phone}.`,
  notShared: 'Heb ei rannu eto. Bydd yn cael ei rannu pan fyddwch ar-lein.',
  noServices: 'Pan ymunwch â gwasanaeth, gallwch rannu hwn â nhw.',
  noOverride: 'Ni all staff byth agor yr hyn a gadwch fel “Dim ond fi”.',
  undo: 'Dadwneud',
  bannerTitle: 'Mae’r hyn a gadwch i chi’ch hun yn aros ar gau',
  banner:
    'Ni all staff byth agor yr hyn a gadwch fel “Dim ond fi”. Ddim hyd yn oed mewn argyfwng. Dim ond llys allai orchymyn y sefydliad sy’n rhedeg yr ap hwn i’w agor.',
  whoSeesWhat: 'Pwy all weld beth',
  keptTitle: 'Cedwir gan eich gwasanaeth:',
  kept: "negeseuon, apwyntiadau, cynllun gofal. Gallwch ofyn am weld neu gywiro'r rhain.",
  nothing: "Nid ydych yn rhannu dim eto. Mae hynny'n iawn.",
  byThing: 'Fesul peth',
  byService: 'Fesul gwasanaeth',
  shared: "Beth rydych chi'n ei rannu",
  onlyYours: 'Dim ond chi all weld',
  share: 'Rhannu',
  shareNamed: (what) => `Rhannu ${what}`,
  stop: 'Stopio rhannu',
  stopNamed: (what, service) => `Stopio rhannu ${what} gyda ${service}`,
  stopAll: (service) => `Stopio rhannu popeth gyda ${service}`,
  everything: 'popeth',
  diary: 'Dyddiadur',
  diaryNote: 'Chi sy’n dewis ar gyfer pob cofnod, lle rydych yn ei ysgrifennu.',
  seesNothingOfYours: 'Nid ydynt yn gweld dim o hyn.',
  leaving: "Rydych chi'n gadael. Nid ydynt yn gweld dim o hyn.",
  couldNotShare: (what, service) => `Ni allem rannu ${what} gyda ${service}`,
  couldNotStop: (what, service) => `Ni allem stopio rhannu ${what} gyda ${service}`,
  leftMeanwhile: 'Efallai eich bod wedi gorffen gyda’r gwasanaeth hwn.',
  more: 'Mwy am breifatrwydd',
  log,
}

export default privacy
