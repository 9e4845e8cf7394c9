/** A crisis line as a language says it: the number itself always stands in the title, in the figures of a keypad. */
export interface HelpLineWords {
  title: string
  detail?: string
  /** Of its text relay and sign language ways, in the list's order. */
  routes?: readonly string[]
}

export default {
  /** By the line's id in the list of the nation, whose own words are English. */
  lines: {} as Readonly<Record<string, HelpLineWords>>,
  /** The plain page of this language, with no script. */
  page: '/help',
  /** When a team can be reached. */
  hours: {
    fromTo: (open: string, close: string) => `${open} to ${close}`,
    and: ' and ',
    on: (open: string, days: string) => `${open}, ${days}`,
    days: (first: string, last: string) => `${first} to ${last}`,
  },
}
