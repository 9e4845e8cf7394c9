import type en from '../en/notices.ts'

const notices: typeof en = {
  title: 'Hysbysiadau',
  fixed: 'Mae pob hysbysiad yn dweud dim ond: Mae gennych ddiweddariad.',
  kindsTitle: 'Am beth i roi gwybod i mi',
  kinds: {
    message: 'Negeseuon newydd',
    reminder: 'Fy nodiadau atgoffa',
    questions: 'Cwestiynau gan fy nhîm',
    export: 'Mae fy ffeil yn barod',
  },
  security: 'Mae hysbysiadau am gadw eich cyfrif yn ddiogel ymlaen bob amser.',
  more: 'Hysbysiadau ac amser',
  here: {
    title: 'Ar y ffôn hwn',
    cannot: 'Ni all y porwr hwn ddangos hysbysiadau.',
    'by-hand':
      'I gael hysbysiadau yma, ychwanegwch Weft yn gyntaf. Ar iPhone: Rhannu, yna Ychwanegu at y Sgrin Gartref.',
    blocked: "Mae'r ffôn hwn yn rhwystro hysbysiadau gan Weft. Gallwch newid hynny yng ngosodiadau eich porwr.",
    shared: "Mae pobl eraill yn defnyddio'r ffôn hwn, felly mae hysbysiadau yn aros i ffwrdd yma.",
    turnOn: 'Troi hysbysiadau ymlaen yma',
    turningOn: 'Yn troi ymlaen…',
    turnOff: 'Diffodd yma',
    turningOff: 'Yn diffodd…',
    again: 'Troi ymlaen eto',
    since: (date) => `Mae hysbysiadau yn dod i'r ffôn hwn ers ${date}.`,
    test: 'Anfon prawf',
    testing: 'Yn anfon…',
    tested: 'Wedi mynd. Dylai ddod mewn ychydig eiliadau.',
    goneQuiet: 'Mae hysbysiadau wedi stopio dod yma',
    goneQuietHint: 'Anfonwyd un ac ni ddywedodd y ffôn hwn ei fod wedi dod. Mae eu troi ymlaen eto yn aml yn helpu.',
  },
  quiet: {
    title: 'Oriau tawel',
    intro: 'Yn ystod oriau tawel mae eich ffonau yn aros yn dawel.',
    on: 'Oriau tawel',
    from: 'O',
    until: 'Tan',
    now: (from, until) => `Dim hysbysiadau o ${from} tan ${until}, lle rydych chi.`,
    held: "Does dim yn cael ei golli. Mae'r hyn a ddaw bryd hynny yn aros nes iddynt orffen.",
    errors: { time: 'Rhowch amser, fel 22:00', same: 'Dewiswch ddau amser gwahanol' },
  },
  open: {
    offline: 'Mae angen rhyngrwyd i agor yr hysbysiad hwn. Mae eich negeseuon yma.',
    otherHat: "Mae hwn ar gyfer rhan arall o'ch cyfrif. Newidiwch drosodd i'w agor.",
  },
  offer: {
    title: 'Hoffech chi i ni ddweud pan fydd rhywbeth newydd?',
    yes: 'Hoffwn, dywedwch wrtha i',
    notNow: 'Dim nawr',
    done: 'Mae hysbysiadau ymlaen ar y ffôn hwn',
  },
}

export default notices
