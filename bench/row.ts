/** One line of the table: what was measured, beside whom, and whether the goal of the design was met. */
export interface Row {
  name: string
  value: number
  unit: string
  /** Whom the ratio is against; empty for a figure of its own. */
  peer: string
  ratio: number | null
  goal: string
  met: boolean
}

export interface Bench {
  /** The superuser's address; each row makes databases of its own. */
  ownerUrl: string
  redisUrl: string | undefined
  rounds: number
  seconds: number
  /** Part of the full number of clients, for a quick look: 1 is the goal's own. */
  scale: number
  say(line: string): void
}

export type MakeRows = (bench: Bench) => Promise<Row[]>

export function against(
  name: string,
  unit: string,
  peer: string,
  value: number,
  peerValue: number,
  atLeast: number,
): Row {
  const ratio = value / peerValue
  return {
    name,
    value: round(value),
    unit,
    peer,
    ratio: round(ratio),
    goal: `≥ ${atLeast} × ${peer}`,
    met: ratio >= atLeast,
  }
}

export function atMost(name: string, unit: string, value: number, most: number): Row {
  return { name, value: round(value), unit, peer: '', ratio: null, goal: `≤ ${most} ${unit}`, met: value <= most }
}

export const round = (value: number): number => Number(value.toPrecision(4))
