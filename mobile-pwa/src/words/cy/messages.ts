import type en from '../en/messages.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

const messages: typeof en = {
  title: 'Negeseuon',
  withPeople: (count) =>
    plural(count, {
      one: 'Chi ac 1 person',
      two: `Chi a ${count} berson`,
      few: `Chi a ${count} pherson`,
      many: `Chi a ${count} pherson`,
      other: `Chi a ${count} o bobl`,
    }),
  newCount: (count) => `${count} newydd`,
  hidden: "Neges wedi'i chuddio",
  you: 'Chi',
  notSent: (count) => `${count} heb fynd eto`,
  finished: 'Wedi gorffen',
  empty: 'Pan ymunwch â gwasanaeth, bydd eich negeseuon yma.',
  emptyCarer: 'Pan fydd tîm yn eich ychwanegu fel gofalwr, bydd eich negeseuon gyda nhw yma.',
  haveCode: 'Mae gen i god gwahoddiad',
  markUnread: 'Marcio fel heb ei darllen',
  markedUnread: "Wedi'i marcio fel heb ei darllen",
  hide: 'Cuddio ar y ffôn hwn',
  hiddenHere: "Wedi'i chuddio yma nes daw rhywbeth newydd.",
  menuFor: (name) => `Mwy ar gyfer ${name}`,
  about: (person) => `Ynghylch ${person}`,
  lastMessage: (when) => `neges ddiwethaf ${when}`,
}

export default messages
