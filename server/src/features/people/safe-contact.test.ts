import { expect, test } from 'vitest'
import { safeContactLine } from './safe-contact.ts'
import type { SafeContact } from './tables.ts'

test.each<[SafeContact, string | undefined]>([
  [{}, undefined],
  [{ doNotText: true, callFrom: '09:00', callUntil: '12:00' }, 'Do not text. Call 9am to midday.'],
  [{ callUntil: '23:50', voicemailOk: false }, 'Call before 11:50pm. Do not leave a voicemail.'],
  [{ voicemailOk: true, alias: 'Mo', language: 'Farsi' }, 'A voicemail is fine. Ask for Mo. Speak Farsi.'],
  [
    { doNotPost: true, emailIsShared: true, callFrom: '00:00' },
    'Do not post letters. Others may read their email. Call from midnight.',
  ],
  [{ numbers: ['07700 900123'] }, 'Safe numbers: 07700 900123.'],
])('%o reads %s', (rules, line) => {
  expect(safeContactLine(rules)).toBe(line)
})

test('numbers stay out where contact details do', () => {
  expect(safeContactLine({ doNotText: true, numbers: ['07700 900123'] }, { withNumbers: false })).toBe('Do not text.')
})
