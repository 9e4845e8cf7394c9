export interface HelpRoute {
  label: string
  href: string
}

export interface HelpLine {
  id: string
  way: 'call' | 'text'
  /** The first thing read: “Samaritans 116 123”. */
  title: string
  detail?: string
  /** `tel:` or `sms:`, which work with no signal to our servers. */
  href: string
  /** Text relay and sign language ways to the same people. */
  routes?: readonly HelpRoute[]
  /** Left out for someone we know to be 18 or over. */
  isForChildren?: boolean
  /** Under “More numbers”. */
  isMore?: boolean
}

export interface HelpList {
  nation: string
  /** Calendar date on which somebody last checked every number; checked again each quarter. */
  reviewedOn: string
  lines: readonly HelpLine[]
}

/** The list for one person. Unknown age keeps every line: better one too many. */
export function linesFor(list: HelpList, { isAdult = false }: { isAdult?: boolean } = {}): HelpLine[] {
  return list.lines.filter((line) => !(line.isForChildren && isAdult))
}
