import type en from '../en/invite.ts'

const invite: typeof en = {
  title: 'Ymuno â gwasanaeth',
  intro: "Gall eich tîm roi cod i chi. Mae'n gweithio am 7 diwrnod.",
  code: 'Cod gwahoddiad',
  born: 'Eich dyddiad geni',
  bornHint: 'Fel 15 3 1984',
  submit: 'Ymuno',
  busy: 'Yn ymuno…',
  done: (service) => `Rydych wedi ymuno â ${service}.`,
  openMessages: 'Agor eich negeseuon',
  errors: {
    code: 'Rhowch y cod a gawsoch gan eich tîm',
    born: 'Rhowch y dyddiad y cawsoch eich geni, fel 15 3 1984',
    noMatch: "Nid oedd modd paru'r manylion hynny. Gofynnwch i'ch tîm am god.",
  },
}

export default invite
