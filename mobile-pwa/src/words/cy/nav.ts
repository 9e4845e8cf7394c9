import type en from '../en/nav.ts'

const nav: typeof en = {
  label: 'Prif ddewislen',
  menu: 'Dewislen',
  back: 'Yn ôl',
  today: 'Heddiw',
  messages: 'Negeseuon',
  track: 'Cofnodi',
  goals: 'Nodau',
  plan: 'Cynllun',
  settings: 'Gosodiadau',
  tips: 'Awgrymiadau',
  feedback: 'Rhoi adborth',
  privacy: 'Preifatrwydd',
  invite: 'Mae gen i god gwahoddiad',
  signOut: 'Allgofnodi',
  choices: (count) => `${count} dewis yn aros`,
  leave: 'Gadael yn gyflym',
  leaving: 'Yn gadael',
}

export default nav
