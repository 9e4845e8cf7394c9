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
