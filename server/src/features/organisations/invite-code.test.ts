import { expect, test } from 'vitest'
import { newLocator, readInviteCode, writeInviteCode } from './invite-code.ts'

test.each([
  ['K7QPX-482913', 'K7QPX', '482913'],
  [' k7qpx 482 913', 'K7QPX', '482913'],
  ['KoiLx–000000', 'K011X', '000000'],
])('a code is read as people type it: %s', (typed, locator, digits) => {
  expect(readInviteCode(typed)).toEqual({ locator, digits })
})

test.each(['', 'K7QPX', '482913', 'K7QPX-48291', 'K7QPX-48291A', 'UUUUU-482913', 'K7QPX-4829133'])(
  'what cannot be a code is none: %s',
  (typed) => {
    expect(readInviteCode(typed)).toBeUndefined()
  },
)

test('a code that was written is read as it was', () => {
  for (let turn = 0; turn < 200; turn += 1) {
    const locator = newLocator()
    expect(readInviteCode(writeInviteCode(locator, '012345'))).toEqual({ locator, digits: '012345' })
  }
})
