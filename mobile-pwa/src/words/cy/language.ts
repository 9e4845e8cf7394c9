import type en from '../en/language.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

/** “a” before consonants, “ac” before vowels. */
const and = (next: string) => (/^[aeiouwyâêîôûŵŷ]/i.test(next) ? 'ac' : 'a')

const language: typeof en = {
  code: 'cy',
  name: 'Cymraeg',
  dir: 'ltr',
  dateNames: {
    weekdays: ['dydd Sul', 'dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn'],
    shortWeekdays: ['Sul', 'Llun', 'Maw', 'Mer', 'Iau', 'Gwe', 'Sad'],
    months: [
      'Ionawr',
      'Chwefror',
      'Mawrth',
      'Ebrill',
      'Mai',
      'Mehefin',
      'Gorffennaf',
      'Awst',
      'Medi',
      'Hydref',
      'Tachwedd',
      'Rhagfyr',
    ],
    shortMonths: ['Ion', 'Chwe', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
    midday: 'hanner dydd',
    midnight: 'hanner nos',
    justNow: 'nawr',
    minutesAgo: (count) => plural(count, { two: `${count} funud yn ôl`, other: `${count} munud yn ôl` }),
    hoursAgo: (count) => `${count} awr yn ôl`,
    daysAgo: (count) => plural(count, { one: 'ddoe', two: 'echdoe', other: `${count} diwrnod yn ôl` }),
  },
  list: (items) => {
    const last = items.at(-1) ?? ''
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and(last)} ${last}`
  },
}

export default language
