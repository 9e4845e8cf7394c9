import type en from '../en/questions.ts'

const questions: typeof en = {
  title: 'Cwestiynau gan eich tîm',
  from: (service) => `Hoffai ${service} wybod sut ydych chi wedi bod.`,
  notWatched: "Nid oes neb yn gwylio'r atebion hyn wrth i chi deipio.",
  willLook: (name, when) => `Bydd ${name} yn edrych ${when}.`,
  willLookSometime: (name) => `Bydd ${name} yn edrych ar ôl dod yn ôl.`,
  maySkip: 'Gallwch hepgor unrhyw gwestiwn, neu stopio a dod yn ôl.',
  inEnglish:
    "Mae'r cwestiynau yn Saesneg. Nid oes cyfieithiad Cymraeg ohonynt sydd wedi ei brofi. Gofynnwch i'ch tîm am help.",
  open: 'Ateb',
  dueBy: (service, day) => `Gofynnodd ${service}. Atebwch erbyn ${day} os gallwch.`,
  start: 'Dechrau',
  carryOn: 'Mynd ymlaen',
  step: (step, of) => `Cwestiwn ${step} o ${of}`,
  next: 'Nesaf',
  skip: 'Hepgor',
  later: 'Dod yn ôl wedyn',
  send: (service) => `Anfon at ${service}`,
  thanks: "Diolch am ddweud wrthym. Rydych chi'n haeddu cefnogaeth gyda hyn.",
  readAt: (opens) =>
    `Mae eich tîm ar gau. Maen nhw'n agor ${opens} a byddan nhw'n ei ddarllen bryd hynny. Peidiwch ag aros amdanom.`,
  readLater: 'Mae eich tîm ar gau nawr. Peidiwch ag aros amdanom.',
  openPlan: 'Agor fy nghynllun diogelwch',
  wouldLikeCall: 'Hoffech chi gael galwad?',
  yes: 'Hoffwn',
  notNow: 'Dim nawr',
  callNoted: 'Bydd eich tîm yn gweld yr hoffech gael galwad.',
  noCall: "Mae hynny'n iawn. Mae'r rhifau yma bob amser ar agor.",
  sent: 'Wedi mynd.',
  notSentYet:
    'Heb fynd eto. Ni all eich tîm weld y rhain nes byddwch ar-lein. Os oes angen help arnoch nawr, tapiwch Cael help nawr.',
  total: (total) => `Eich cyfanswm oedd ${total}. Un rhan o’r darlun yw hwn. Gall eich tîm ei drafod gyda chi.`,
}

export default questions
