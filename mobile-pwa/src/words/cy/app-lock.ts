import type en from '../en/app-lock.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

const appLock: typeof en = {
  screen: {
    appLocked: 'Wedi cloi',
    pin: 'Eich PIN',
    unlock: 'Datgloi',
    unlocking: 'Yn datgloi…',
    deviceLock: 'Defnyddio ôl bys, wyneb neu glo sgrin',
    forgot: "Rwyf wedi anghofio'r PIN",
    cannot: 'Alla i ddim ei ddatgloi',
    signOut: "Nid chi? Allgofnodi a thynnu copi'r ffôn hwn",
  },
  wrong: "Nid yw'r PIN hwnnw'n cyfateb. Rhowch gynnig arall arni.",
  wrongLeft: (count: number) =>
    plural(count, {
      one: "Nid yw'r PIN hwnnw'n cyfateb. Bydd 1 PIN anghywir arall yn tynnu'r hyn a gadwodd y ffôn hwn.",
      other: `Nid yw'r PIN hwnnw'n cyfateb. Bydd ${count} PIN anghywir arall yn tynnu'r hyn a gadwodd y ffôn hwn.`,
    }),
  wait: (wait: string) => `Gormod o PINs anghywir. Arhoswch ${wait}, yna rhowch gynnig arall arni.`,
  notOpened: 'Wnaeth hynny ddim ei agor. Rhowch gynnig arall arni.',
  out: {
    forgotTitle: 'Allgofnodi, yna mewngofnodi eto',
    leaveTitle: "Allgofnodi a thynnu copi'r ffôn hwn",
    removed: "Mae'r hyn a gadwodd y ffôn hwn yn cael ei dynnu. Daw yn ôl pan fyddwch yn mewngofnodi, gyda'r rhyngrwyd.",
    unsent: 'Mae geiriau na anfonwyd yn aros dan sêl yma, i chi yn unig.',
    again: 'Yna gallwch osod PIN newydd yn Gosodiadau.',
    yes: 'Allgofnodi',
    no: 'Mynd yn ôl',
  },
  title: "Clo'r ap",
  what: "Mae'n cloi pan fyddwch yn agor yr ap, ac ar ôl 2 funud heb ei ddefnyddio.",
  facts: [
    'Ni all neb ddarllen yr hyn a gadwodd y ffôn hwn hebddo.',
    "Mae'r ap yn dangos tudalen wag pan fyddwch yn newid i ap arall.",
    "Mae Cael help nawr yn gweithio hebddo, gyda'r rhifau yn unig.",
    "Os anghofiwch ef, mewngofnodwch eto. Daw'r hyn a ysgrifennoch yn ôl.",
    'Ar ôl 10 PIN anghywir cewch eich allgofnodi yma.',
    'Mae allgofnodi yn ei ddiffodd. Gallwch ei osod eto.',
  ],
  how: 'Sut ydych chi am ddatgloi?',
  kinds: { pin: 'PIN ar gyfer yr ap hwn yn unig', passkey: "Clo'r ffôn hwn ei hun" },
  hints: {
    pin: 'Dewiswch un nad oes neb o’ch cwmpas yn ei wybod.',
    passkey: "Ôl bys, wyneb neu glo sgrin. Gall unrhyw un sy'n gallu datgloi'r ffôn hwn agor yr ap.",
  },
  newPin: 'PIN newydd',
  newPinHint: '6 rhif neu fwy. Nid pen-blwydd. Mae un hirach yn fwy diogel.',
  again: 'Teipiwch ef eto',
  turnOn: "Troi clo'r ap ymlaen",
  turningOn: 'Yn troi ymlaen…',
  isOn: "Mae clo'r ap ymlaen",
  opensWith: { pin: "Mae'n agor gyda'ch PIN.", passkey: "Mae'n agor gyda chlo'r ffôn hwn." },
  turnedOn: "Mae clo'r ap ymlaen",
  turnedOff: "Mae clo'r ap wedi'i ddiffodd",
  lockNow: 'Cloi nawr',
  change: 'Newid y PIN',
  changeTitle: 'Newid eich PIN',
  changed: 'Mae eich PIN wedi newid',
  saveChange: "Cadw'r PIN newydd",
  saving: 'Yn cadw…',
  turnOff: 'Diffodd',
  turnOffTitle: "Diffodd clo'r ap",
  turningOff: 'Yn diffodd…',
  oldPin: 'Eich PIN nawr',
  stop: 'Mynd yn ôl',
  noPasskey: "Ni ellir defnyddio clo'r ffôn hwn yma. Defnyddiwch PIN.",
  notHere: {
    shared: "Mae pobl eraill yn defnyddio'r ddyfais hon, felly nid ydym yn cadw dim yma. Does dim i'w gloi.",
    forgets: "Nid yw'r porwr hwn yn cadw dim i ni, felly does dim i'w gloi.",
  },
  errors: {
    short: 'Defnyddiwch 6 rhif neu fwy',
    common: "Mae gormod o bobl yn defnyddio'r PIN hwnnw. Dewiswch un arall.",
    differ: "Nid yw'r ddau PIN yr un fath",
    old: 'Rhowch eich PIN',
  },
  name: {
    title: 'Enw ac eicon niwtral',
    legend: 'Enw ac eicon ar y ddyfais hon',
    usual: (name: string) => `${name}, gyda'i eicon ei hun`,
    plain: (name: string) => `${name}, gydag eicon plaen`,
    plainHint: "Ar gyfer pan fydd eraill yn gweld eich sgrin. Mae'r eicon plaen ar hysbysiadau'r ddyfais hon hefyd.",
    again: "Bydd angen i chi ychwanegu'r ap eto.",
    steps: 'Yn gyntaf tynnwch yr hen un o’ch sgrin gartref. Yna ychwanegwch ef eto.',
    inside: "Y tu mewn, yr un yw'r ap. Nid yw ei gyfeiriad gwe yn newid.",
    add: (name: string) => `Ychwanegu ${name}`,
  },
}

export default appLock
