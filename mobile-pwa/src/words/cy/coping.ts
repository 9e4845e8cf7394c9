import type en from '../en/coping.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

/** Once, twice, three times: “unwaith”, “ddwywaith”, “3 gwaith”. */
const times = (count: number) => plural(count, { one: 'unwaith', two: 'ddwywaith', other: `${count} gwaith` })

const coping: typeof en = {
  title: 'Syniadau ymdopi',
  empty: 'Beth sydd wedi helpu o’r blaen? Ychwanegwch un syniad.',
  add: 'Ychwanegu syniad',
  addTitle: 'Ychwanegu syniad ymdopi',
  editTitle: 'Newid syniad ymdopi',
  words: "Beth sy'n helpu?",
  wordsHint: 'Yn eich geiriau eich hun, fel “mynd am dro wrth y gamlas”.',
  when: 'Pryd fyddech chi’n ei ddefnyddio?',
  trigger: "Beth sy'n cychwyn yr amser anodd?",
  keepPrivate: 'Cadw’r syniad hwn i mi fy hun',
  whenShown: (when) => `Pryd: ${when}`,
  triggerShown: (trigger) => `Ar gyfer: ${trigger}`,
  used: "Wedi'i ddefnyddio",
  helped: 'Fe helpodd',
  usedCount: (count) => `Wedi'i ddefnyddio ${times(count)}`,
  helpedCount: (count) => `wedi helpu ${times(count)}`,
  usedNow: 'Wedi nodi eich bod wedi ei ddefnyddio',
  helpedNow: 'Wedi nodi ei fod wedi helpu',
  pin: 'Dangos yn Cael help nawr',
  unpin: 'Tynnu o Cael help nawr',
  pinned: 'Yn Cael help nawr',
  pinnedNow: 'Mae yn Cael help nawr',
  pinnedInstead: (words) => `Mae yn Cael help nawr, yn lle “${words}”`,
  unpinnedNow: "Wedi'i dynnu o Cael help nawr",
  more: (words) => `Mwy ar gyfer ${words}`,
  deleted: (count) => `Wedi'u dileu (${count})`,
  errors: {
    words: "Ysgrifennwch beth sy'n helpu, mewn ychydig eiriau",
    full: 'Mae gennych 200 o syniadau. Dilëwch un i wneud lle.',
  },
}

export default coping
