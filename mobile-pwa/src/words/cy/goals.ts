import type en from '../en/goals.ts'
import { pluralIn } from '../plural.ts'
import goal from './goal.ts'
import comments from './goal-comments.ts'
import refused from './goals-refused.ts'

const plural = pluralIn('cy')

const steps = (count: number) =>
  plural(count, {
    two: `${count} gam`,
    few: `${count} cham`,
    many: `${count} cham`,
    other: `${count} cam`,
  })

const goals: typeof en = {
  title: 'Nodau',
  add: 'Ychwanegu nod',
  empty: "Gall nod fod o unrhyw faint, am unrhyw ran o fywyd. Dim ond chi sy'n ei weld oni bai eich bod yn dewis.",
  types: {
    physical_health: 'Iechyd corfforol',
    mental_health: 'Iechyd meddwl',
    alcohol: 'Alcohol',
    smoking: 'Ysmygu',
    housing: 'Tai',
    relationships: 'Perthnasoedd',
    work: 'Gwaith',
    money: 'Arian',
    other: 'Rhywbeth arall',
  },
  stepsDone: (done, of) => `${done} o ${steps(of)}`,
  onlyMe: 'Dim ond fi',
  youAnd: (services) => `Chi a ${services}`,
  important: 'Pwysig',
  more: 'Mwy o nodau',
  lists: {
    active: 'Fy nodau',
    draft: 'Ar gyfer nes ymlaen',
    paused: 'Wedi oedi',
  },
  achievedLink: (count) => `Wedi'u cyflawni (${count})`,
  letGoLink: (count) => `Wedi'u gollwng (${count})`,
  deletedLink: (count) => `Wedi'u dileu (${count})`,
  suggested: {
    title: 'Awgrym gan eich tîm',
    by: (name, service) => `Mae ${name} yn ${service} yn awgrymu hwn.`,
    accept: 'Ei ychwanegu',
    decline: 'Dim diolch',
    private: 'Os ychwanegwch ef, dim ond chi fydd yn ei weld. Gallwch ei rannu wedyn.',
    team: 'Nes i chi ei rannu, mae eich tîm yn gweld “Heb ei dderbyn”.',
    added: "Wedi'i ychwanegu at eich nodau",
    stepBy: (who) => `Mae ${who} yn awgrymu’r cam hwn.`,
    stepAdded: 'Cam wedi’i ychwanegu',
    declined: 'Heb ei ychwanegu. Nid oes rhaid i chi ddweud pam.',
  },
  new: {
    title: 'Ychwanegu nod',
    question: 'Beth hoffech chi ei newid?',
    hint: 'Yn eich geiriau eich hun. Mawr neu fach.',
    continue: 'Parhau',
    restHint: 'Gallwch adael hyn i gyd allan.',
    yours: 'Eich nod',
    change: 'Newid y geiriau',
    why: "Pam mae'n bwysig i chi?",
    type: 'Am beth mae e?',
    step: 'Beth yw un peth bach y gallech ei wneud yn gyntaf?',
    together: 'Gosodais hwn gyda rhywun o’m tîm',
    who: 'Pwy all ei weld?',
    whoHint: 'Dim ond chi, oni bai eich bod yn dewis gwasanaeth. Gallwch newid hyn unrhyw bryd.',
    save: 'Cadw’r nod',
    later: 'Ei gadw ar gyfer nes ymlaen',
    saved: "Nod wedi'i ychwanegu",
    savedLater: "Wedi'i gadw ar gyfer nes ymlaen",
    errors: {
      words: 'Ysgrifennwch eich nod mewn ychydig eiriau',
      long: 'Defnyddiwch 280 nod neu lai',
    },
  },
  goal,
  comments,
  rating: {
    title: 'Pa mor agos ydw i?',
    legend: 'Pa mor agos ydych chi heddiw?',
    low: 'ddim o gwbl',
    high: 'yr holl ffordd',
    present: 'Oedd rhywun gyda chi?',
    save: 'Cadw',
    choose: 'Dewiswch rif o 0 i 10',
    saved: (value) => `Wedi'i gadw, ${value} o 10`,
    begin: 'Sgorio pa mor agos ydw i',
    full: 'Rydych yn sgorio 3 nod yn barod. Stopiwch sgorio un ohonynt yn gyntaf.',
    stop: 'Stopio sgorio’r nod hwn',
    stopped: 'Ni fyddwn yn gofyn i chi yma. Mae’r hyn a ddywedoch o’r blaen yn aros.',
    sentence: (value, count) => `${value} o 10 y tro diwethaf, o ${count}.`,
    times: (count) => `${count} sgôr`,
    chart: 'Pa mor agos',
    of: (value) => `${value} o 10`,
    with: (name) => `Gyda ${name}`,
  },
  edit: {
    title: 'Newid nod',
    words: 'Eich nod',
    why: "Pam mae'n bwysig i chi?",
    type: 'Am beth mae e?',
    target: 'Erbyn pryd?',
    who: 'Pwy allai helpu?',
    notes: 'Nodiadau',
    save: 'Cadw',
  },
  achieved: {
    title: "Wedi'u cyflawni",
    empty: 'Bydd nodau y byddwch yn eu cyflawni yma.',
    steps: 'Camau',
  },
  letGo: { title: "Wedi'u gollwng", empty: 'Bydd nodau y byddwch yn eu gollwng yma.' },
  deleted: {
    title: "Nodau wedi'u dileu",
    empty: 'Bydd nodau y byddwch yn eu dileu yma am 14 diwrnod.',
    intro: "Gallwch roi'r rhain yn ôl. Ar ôl 14 diwrnod maen nhw wedi mynd.",
  },
  earlier: {
    title: 'Beth oedd o’r blaen',
    nothing: 'Does dim wedi newid eto.',
    until: (day, time) => `Tan ${day}, ${time}`,
    rated: (value) => `Dywedoch chi ${value}`,
    step: (words) => `Peth bach i'w wneud: ${words}`,
    states: {
      draft: "Wedi'i gadw ar gyfer nes ymlaen",
      active: 'Ar y gweill',
      paused: 'Wedi oedi',
      achieved: "Wedi'i gyflawni",
      let_go: "Wedi'i ollwng",
    },
  },
  refused,
}

export default goals
