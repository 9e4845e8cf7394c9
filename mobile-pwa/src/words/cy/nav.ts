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
  privacy: 'Preifatrwydd',
  invite: 'Mae gen i god gwahoddiad',
  signOut: 'Allgofnodi',
  leave: 'Gadael yn gyflym',
  leaving: 'Yn gadael',
}

export default nav
