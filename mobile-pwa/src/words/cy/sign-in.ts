import type en from '../en/sign-in.ts'

const signIn: typeof en = {
  title: 'Mewngofnodi',
  email: 'Eich e-bost',
  password: 'Cyfrinair',
  shared: "Mae pobl eraill yn defnyddio'r ffôn neu'r cyfrifiadur hwn",
  sharedHint: 'Byddwn yn eich allgofnodi ar ôl 15 munud heb ei ddefnyddio.',
  submit: 'Mewngofnodi',
  busy: 'Yn mewngofnodi…',
  sendCode: 'Anfon cod ata i',
  cannot: 'Alla i ddim mewngofnodi',
  signUp: 'Cofrestru',
  offline: 'Mae angen rhyngrwyd i fewngofnodi. Mae Cael help nawr yn dal i weithio.',
  ended: 'Mewngofnodwch i barhau. Does dim wedi ei golli.',
  endedTitle: 'Rydych wedi eich allgofnodi',
  codeTitle: 'Mewngofnodi â chod',
  codeIntro: 'Byddwn yn anfon 6 rhif i’ch e-bost.',
  codeSent: 'Os oes cyfrif ar gyfer yr e-bost hwnnw, rydym wedi anfon cod iddo.',
  askAgain: 'Anfon cod arall',
  resetTitle: 'Gosod cyfrinair newydd',
  resetIntro: 'Byddwn yn anfon cod i’ch e-bost. Yna gallwch greu cyfrinair newydd.',
  sendResetCode: 'Anfon y cod',
  newPassword: 'Cyfrinair newydd',
  setPassword: 'Gosod cyfrinair newydd',
  setting: 'Yn gosod…',
  resetDone: 'Mae eich cyfrinair wedi newid. Er diogelwch, cawsoch eich allgofnodi ym mhobman.',
  errors: {
    email: 'Rhowch eich e-bost, fel enw@enghraifft.com',
    password: 'Rhowch eich cyfrinair',
    noMatch: "Nid yw'r manylion hynny'n cyfateb. Gwiriwch nhw neu gofynnwch am god.",
  },
}

export default signIn
