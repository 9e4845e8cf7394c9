import type { SafeContact } from './tables.ts'

/** “Do not text. Call 9am to midday. Do not leave a voicemail.” Nothing when the person made no rule. */
export function safeContactLine(rules: SafeContact, { withNumbers = true } = {}): string | undefined {
  const sentences = [
    rules.doNotText && 'Do not text.',
    rules.doNotPost && 'Do not post letters.',
    rules.emailIsShared && 'Others may read their email.',
    callSentence(rules),
    withNumbers && rules.numbers?.length && `Safe numbers: ${rules.numbers.join(', ')}.`,
    rules.voicemailOk === true && 'A voicemail is fine.',
    rules.voicemailOk === false && 'Do not leave a voicemail.',
    rules.alias && `Ask for ${rules.alias}.`,
    rules.language && `Speak ${rules.language}.`,
  ]
  return sentences.filter(Boolean).join(' ') || undefined
}

function callSentence({ callFrom, callUntil }: SafeContact): string | undefined {
  if (callFrom && callUntil) return `Call ${clockTime(callFrom)} to ${clockTime(callUntil)}.`
  if (callFrom) return `Call from ${clockTime(callFrom)}.`
  return callUntil && `Call before ${clockTime(callUntil)}.`
}

/** `09:00` is 9am, `12:00` midday, `23:50` 11:50pm (experience.md 1). */
function clockTime(time: string): string {
  if (time === '12:00') return 'midday'
  if (time === '00:00') return 'midnight'
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const minutes = minute ? `:${String(minute).padStart(2, '0')}` : ''
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}
