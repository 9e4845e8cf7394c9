import type en from '../en/contact.ts'

const contact: typeof en = {
  title: "Cysylltu sy'n ddiogel",
  intro: "Mae eich tîm yn gweld hyn ar frig eich tudalen. Ni all neb sy'n eich helpu gartref ei weld.",
  doNotText: 'Peidiwch ag anfon neges destun ata i',
  doNotPost: 'Peidiwch ag anfon llythyrau ata i',
  voicemail: 'Ydy neges llais yn ddiogel?',
  voicemails: { unsaid: 'Nid wyf wedi dweud', yes: 'Ydy', no: 'Nac ydy' },
  callFrom: 'Ffoniwch fi o',
  callUntil: 'Ffoniwch fi cyn',
  alias: 'Enw i ofyn amdano',
  language: "Iaith i'w siarad",
  changes: 'Newidiadau i’r rheolau hyn',
  changed: (when, device) => `Newidiwyd ${when}, ar ${device}`,
  notYou:
    'Os nad chi oedd hyn, mae rhywun arall wedi defnyddio’ch ffôn. Newidiwch eich cyfrinair ac allgofnodi’ch dyfeisiau eraill.',
  save: 'Cadw',
  saving: 'Yn cadw…',
  errors: { backwards: 'Dewiswch amser gorffen sydd ar ôl y dechrau', field: 'Gwiriwch hwn' },
}

export default contact
