import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

test.each([
  'password12',
  'Password123!',
  'P@ssw0rd123',
  'passwordpassword',
  '1234567890',
  '0123456789',
  '0987654321',
  '1111111111',
  'aaaaaaaaaa',
  '          ',
  'abcabcabca',
  '1212121212',
  'qwertyuiop',
  'qwerty123456',
  'poiuytrewq',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'abcdefghij',
  'iloveyou2024',
  'liverpool1',
  'Liverpool1892',
  'welcome2024!',
  'letmein12345',
  'sunshine1!',
  'footballfootball',
  'charlie2019',
  'jesuschrist1',
  'mylovemylove',
  'nhswellbeing1',
  'weftpassword',
  'administrator',
  'manchesterunited1',
])('%s is among the commonest', (password) => {
  expect(isCommonPassword(password)).toBe(true)
})

test.each([
  'a horse in a warm stable',
  'correct horse battery',
  'grubby teapot 41',
  'Zx9#kQ!v2p',
  'blwyddyn newydd dda',
  'மழை பெய்கிறது',
  'سلام دوست قدیمی من',
  '🐴🔋📎🪜🧦🐴🔋📎🪜🧩',
  'eight ducks waddled',
  'liverpudlian-marrow',
])('%s is not', (password) => {
  expect(isCommonPassword(password)).toBe(false)
})

test('one’s own address is', () => {
  expect(isCommonPassword('kofi.mensah@post.example', 'kofi.mensah@post.example')).toBe(true)
  expect(isCommonPassword('Kofi.Mensah1999', 'kofi.mensah@post.example')).toBe(true)
  expect(isCommonPassword('kofi likes green teapots', 'kofi.mensah@post.example')).toBe(false)
})
