import { latinFigures } from '@weft/ui/text-field/latin-figures.ts'

/** Why a PIN will not do; nothing when it will. */
export type PinProblem = 'short' | 'common'

/** Spaces are for reading; only the numbers count, on whichever keyboard. */
export const plainPin = (typed: string): string => latinFigures(typed).replace(/\s/g, '')

const least = 6
/** Shapes on the number pad that somebody who tries ten times will try. */
const pads = [
  '789456',
  '147258',
  '258369',
  '147852',
  '159753',
  '159357',
  '456789',
  '852456',
  '963852',
  '741852',
  '123654',
]

/** At least six numbers, and none of those that are guessed first. */
export function pinProblem(pin: string): PinProblem | undefined {
  if (!/^\d+$/.test(pin) || pin.length < least) return 'short'
  return isCommon(pin) ? 'common' : undefined
}

function isCommon(pin: string): boolean {
  const digits = [...pin].map(Number)
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] as number) + 10) % 10)
  const isRun = steps.every((step) => step === steps[0])
  const isRepeat = [1, 2, 3].some((length) => digits.every((digit, at) => digit === digits[at % length]))
  const isMirror = pin === [...pin].reverse().join('')
  const isPairs = digits.every((digit, at) => at % 2 === 0 || digit === digits[at - 1])
  return isRun || isRepeat || isMirror || isPairs || pads.includes(pin)
}
