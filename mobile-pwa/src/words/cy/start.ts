import type en from '../en/start.ts'

const start: typeof en = {
  step: (step, of) => `Cerdyn ${step} o ${of}`,
  skip: 'Hepgor',
  notNow: 'Ddim nawr',
  continue: 'Parhau',
  helpTitle: "Beth fyddai'n helpu?",
  help: 'Dewiswch gynifer ag y dymunwch',
  helpHint: 'Bydd yr hyn a ddewiswch yn ymddangos ar Heddiw. Gallwch ei newid unrhyw bryd.',
  helps: {
    sleep: 'Cwsg',
    mood: 'Hwyliau',
    problem: 'Problem fy hun',
    goals: 'Nodau',
    writing: 'Ysgrifennu pethau',
    team: 'Siarad â fy nhîm',
  },
  serviceTitle: 'Ydych chi gyda gwasanaeth?',
  service: "Os oes tîm yn eich cefnogi, gallant roi cod gwahoddiad i chi. Mae'n eich cysylltu â nhw.",
  serviceOffline: 'Mae angen y rhyngrwyd i gysylltu. Gallwch wneud hynny wedyn, o’r Ddewislen.',
  serviceNone: "Dim tîm? Mae popeth sy'n eiddo i chi yn gweithio heb un.",
  withService: (services) => `Rydych chi gyda ${services}.`,
  contactTitle: 'Ydy hi’n ddiogel cysylltu â chi?',
  privacyTitle: 'Pwy all weld beth',
  mine: { what: "Eich dyddiadur, eich cofnodion a'ch nodau", who: 'Dim ond chi, nes i chi rannu' },
  team: { what: 'Negeseuon ac apwyntiadau', who: "Eich tîm sy'n cadw'r rhain" },
  more: "Chi sy'n dewis beth i'w rannu, un peth ar y tro. Gallwch stopio pryd bynnag y dymunwch.",
  finish: 'Mynd i Heddiw',
}

export default start
