import type { AccessLogLine } from '@weft/contract/audit/operations.ts'
import type { Words } from '../../words/words.ts'

type Say = Words['privacy']['log']

export const whoOf = (line: AccessLogLine, say: Say): string =>
  [line.name || say.somebody, line.role].filter(Boolean).join(', ')

export const whatOf = (line: AccessLogLine, say: Say): string =>
  say.kinds[line.itemKind as keyof typeof say.kinds] ?? say.other

export function sentenceOf(line: AccessLogLine, say: Say): string {
  const did = say.acts[line.action as keyof typeof say.acts] ?? say.acts.read
  return did(whoOf(line, say), whatOf(line, say))
}

/** Why: as its worker said, where it was read after the end. */
export function reasonOf({ purpose, why }: AccessLogLine, say: Say): string {
  if (!why) return say.reasons[purpose as keyof typeof say.reasons] ?? ''
  return why.reason === 'other' ? say.after.other(why.text ?? '') : say.after[why.reason]
}
