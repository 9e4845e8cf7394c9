import type en from '../en/about-me.ts'

const aboutMe: typeof en = {
  title: 'Amdana i',
  intro: 'Beth hoffech i bobl ei wybod, fel nad oes rhaid i chi ei ddweud eto.',
  keys: {
    earlyLife: 'Fy mywyd cynnar',
    health: 'Fy iechyd',
    lifeEvents: 'Pethau a ddigwyddodd i mi',
    hobbies: "Beth rwy'n hoffi ei wneud",
    schoolOrWork: 'Ysgol neu waith',
    importantPeople: "Pobl sy'n bwysig i mi",
    hard: "Beth sy'n anodd i mi",
    strengths: "Beth rwy'n dda am ei wneud",
    howToTalk: 'Sut i siarad â mi',
  },
  write: 'Ysgrifennu',
  nothing: "Dim wedi'i ysgrifennu eto.",
  inWordsOf: (name) => `Yng ngeiriau ${name}`,
  proposed: (name, service) => `Mae ${name} yn ${service} yn awgrymu'r geiriau hyn`,
  take: 'Defnyddio’r geiriau hyn',
  no: 'Dim diolch',
  taken: "Wedi'i ychwanegu at Amdana i",
  declined: 'Heb ei ychwanegu. Nid oes rhaid i chi ddweud pam.',
  deletedHere: 'Rydych wedi dileu Amdana i. Gallwch ei roi yn ôl am 14 diwrnod.',
}

export default aboutMe
