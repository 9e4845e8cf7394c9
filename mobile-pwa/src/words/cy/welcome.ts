import type en from '../en/welcome.ts'

const welcome: typeof en = {
  title: 'Croeso',
  purpose: "Ysgrifennwch at eich tîm gofal. Cewch wybod pryd y byddan nhw'n ateb. Mae'n gweithio heb signal.",
  signUp: 'Cofrestru, yn rhad ac am ddim',
  signIn: 'Mae gen i gyfrif',
  tips: 'Darllen awgrymiadau, heb gyfrif',
  helpFirst: 'Nid oes angen cyfrif arnoch i gael help nawr.',
}

export default welcome
