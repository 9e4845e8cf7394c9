import { ProblemError } from '@weft/contract/problem.ts'

// What people take most, by the lists of leaked passwords: words, names, clubs and keyboard walks, lengthened with digits and signs.
// Ten characters are asked for, so it is the lengthened ones that count; they are taken apart and compared by their words.
const words = `
password passwort passw0rd passphrase passcode secret letmein letmeinnow welcome welcomeback hello helloworld goodbye admin administrator
root user guest test testing tester default changeme change login signin access master superuser computer laptop internet google facebook
instagram youtube tiktok whatsapp snapchat amazon netflix microsoft windows apple iphone samsung android nokia
iloveyou ilovehim iloveher iloveu loveyou loveme lovelove lover loveable mylove babygirl babyboy princess prince angel angels sweetheart
sweetie honey darling sunshine flower flowers butterfly rainbow star superstar moonlight summer winter autumn spring
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
football footballer soccer rugby cricket baseball basketball hockey tennis golf snooker darts
liverpool liverpoolfc arsenal chelsea chelseafc manchester manchesterunited manutd mancity everton tottenham spurs newcastle
villa astonvilla celtic rangers rangersfc westham leeds leedsunited sunderland wolves cardiff swansea
barcelona realmadrid juventus
london england scotland wales ireland britain birmingham glasgow edinburgh lichfield stafford
michael jordan jennifer jessica daniel charlie thomas george harry jack james oliver william david robert matthew andrew joshua
ashley amanda nicole michelle elizabeth charlotte hannah emily sophie chloe olivia amelia isabella grace emma lucy lauren
joseph anthony samuel benjamin alexander christopher jonathan nicholas patrick richard steven stephen martin peter simon
muhammad mohammed ahmed fatima
superman batman spiderman ironman hulk wonderwoman avengers starwars skywalker pokemon pikachu minecraft fortnite mario naruto
dragon dragonball tigger tiger lion monkey elephant dolphin panda puppy kitten doggy rover bailey buster bella max molly daisy poppy
shadow hunter ranger killer ninja pirate warrior knight wizard phoenix eagle falcon hawk wolf
cheese chocolate cookie banana orange apples cherry strawberry pepper ginger coffee chicken pizza
freedom whatever nothing something anything everything trustno trustme nevermind forever forgetme remember rememberme
family mother father mum mummy dad daddy sister brother nanna grandma grandad friend friends bestfriend bestie
jesus jesuschrist jesusislord godisgood blessed blessing heaven faith hope allah bismillah
money lottery winner champion victory lucky luckyone diamond silver golden platinum gold
matrix merlin mustang ferrari porsche mercedes corvette harley yamaha honda toyota ford
guitar music metallica slipknot nirvana eminem beyonce onedirection
purple yellow green orange pink black white blue
health healthy hospital nurse doctor clinic patient therapy support care carer recovery wellbeing nhs nhsnhs weft
abc abcd abcde abcdef abcdefg abcdefgh abcdefghij qwerty qwertyuiop qwertyui qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
`
const known = new Set(words.split(/\s+/).filter(Boolean))

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
  'a1b2c3d4e5f6g7h8i9',
  'zaq12wsxcde34rfv',
]
const walks = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')])

/** Throws `not-acceptable` for one of the commonest passwords and for the address itself. No other rule: any ten characters will do. */
export function refuseCommonPassword(password: string, email: string): void {
  if (isCommonPassword(password, email)) {
    throw new ProblemError('not-acceptable', { fields: [{ path: 'password', message: 'one that is harder to guess' }] })
  }
}

export function isCommonPassword(password: string, email = ''): boolean {
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const mailbox = email.toLowerCase().split('@')
  if (plain === email.toLowerCase() || withoutEnds(plain) === withoutEnds(mailbox[0] ?? '')) return true
  return isRepeated(plain) || isWalk(plain) || [plain, unleet(plain), unleetCore(plain)].some(isOnlyKnownWords)
}

/** `p4ssw0rd` is `password`. */
function unleet(text: string): string {
  const letters: Record<string, string> = {
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  }
  return text.replace(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}

/** `P4ssw0rd123` is `password` and three digits. */
function unleetCore(text: string): string {
  const core = withoutEnds(text)
  return text.replace(core, unleet(core))
}

const withoutEnds = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') || text

/** `aaaaaaaaaa`, `1212121212`, `abcabcabca`: a short piece again and again; and spaces, of which nothing is left. */
function isRepeated(text: string): boolean {
  const signs = [...text]
  if (signs.length === 0) return true
  for (let size = 1; size <= Math.min(5, signs.length / 2); size += 1) {
    if (signs.every((sign, index) => sign === signs[index % size])) return true
  }
  return false
}

/** `1234567890`, `qwertyuiop`, `1q2w3e4r5t`, backwards too; with up to three signs around it. */
function isWalk(text: string): boolean {
  const core = text.replace(/[^\p{L}\p{N}]/gu, '')
  return walks.some((walk) =>
    [core, core.slice(0, -1), core.slice(0, -2), core.slice(0, -3), core.slice(1)].some(
      (one) => one.length >= 6 && walk.includes(one),
    ),
  )
}

/** `password123!`, `Liverpool1892`, `monkeymonkey1`, `iloveyou2024`: at most two known words, and digits and signs that add little. */
function isOnlyKnownWords(text: string): boolean {
  const letters = withoutEnds(text)
  const rest = text.length - letters.length
  if (rest > 8 || /\P{L}/u.test(letters)) return false
  if (known.has(letters)) return true
  for (let at = 2; at <= letters.length - 2; at += 1) {
    if (known.has(letters.slice(0, at)) && known.has(letters.slice(at))) return true
  }
  return false
}
