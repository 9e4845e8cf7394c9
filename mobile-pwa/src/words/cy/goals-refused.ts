import type en from '../en/goals-refused.ts'

const refused: typeof en = {
  title: 'Rydych wedi newid hwn ar ddwy ddyfais',
  body: "Mae'r ddau yma. Pa un ddylai aros?",
  mine: 'Beth ysgrifennoch chi yma',
  other: "Beth mae'n ei ddweud nawr",
  keepMine: 'Cadw fy un i',
  keepOther: 'Cadw’r llall',
  keepBoth: "Cadw'r ddau",
  nothing: 'Dim byd',
  fields: {
    words: 'Nod',
    why: 'Pam',
    type: 'Am',
    targetDate: 'Erbyn pryd',
    whoCouldHelp: 'Pwy allai helpu',
    notes: 'Nodiadau',
    reflection: 'Beth helpodd',
    text: 'Cam',
    due: 'Erbyn pryd',
  },
  state: 'Newidiodd y nod hwn ar ddyfais arall yn gyntaf, felly ni wnaed hyn:',
  full: 'Nid oedd lle i hwn:',
  gone: 'Mae’r nod hwn wedi mynd, felly ni chafodd hwn ei gadw:',
  tooMany: 'Rydych yn sgorio 3 nod yn barod, felly ni chafodd hwn ei gadw:',
  change: 'Newid i’r nod hwn',
  ok: 'Iawn',
  acts: {
    'goal.achieve': "Marcio wedi'i gyflawni",
    'goal.pause': 'Oedi',
    'goal.resume': 'Mynd ymlaen',
    'goal.reopen': 'Agor eto',
    'goal.letGo': 'Ei ollwng',
    'goal.start': 'Dechrau',
  },
}

export default refused
