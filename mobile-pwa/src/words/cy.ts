import type { PartialWords } from './words.ts'

/** Welsh, begun: translated by a computer and not yet checked, which Settings says. What is missing reads in English. */
const cy: PartialWords = {
  language: { code: 'cy', name: 'Cymraeg', dir: 'ltr' },
  app: { skip: "Neidio i'r prif gynnwys", tryAgain: 'Rhowch gynnig arall arni', close: 'Cau', saved: 'Wedi cadw' },
  nav: {
    menu: 'Dewislen',
    back: 'Yn ôl',
    today: 'Heddiw',
    messages: 'Negeseuon',
    settings: 'Gosodiadau',
    signOut: 'Allgofnodi',
    leave: 'Gadael yn gyflym',
  },
  signIn: { title: 'Mewngofnodi', email: 'Eich e-bost', password: 'Cyfrinair', submit: 'Mewngofnodi' },
  today: {
    title: 'Heddiw',
    greeting: {
      morning: 'Bore da',
      afternoon: 'Prynhawn da',
      evening: 'Noswaith dda',
    },
    open: 'Agor',
  },
  messages: { title: 'Negeseuon', you: 'Chi' },
  conversation: { composer: 'Ysgrifennu neges', send: 'Anfon' },
  settings: { title: 'Gosodiadau', language: 'Iaith', appearance: 'Golwg', textSize: 'Maint y testun' },
}

export default cy
