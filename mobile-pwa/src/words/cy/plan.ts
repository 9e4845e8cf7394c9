import type en from '../en/plan.ts'

const plan: typeof en = {
  title: 'Cynllun',
  print: 'Argraffu',
  printFoot: 'Cadwch hwn yn rhywle diogel',
  save: 'Cadw',
  delete: 'Dileu',
  deleted: "Wedi'i ddileu. Gallwch ei roi yn ôl am 14 diwrnod.",
  restore: 'Ei roi yn ôl',
  restored: 'Mae yn ôl',
  tooLong: (max) => `Defnyddiwch ${max} llythyren neu lai`,
  versions: 'Fersiynau cynharach',
  version: (when) => `Cadwyd ${when}`,
  versionBy: (when, who) => `Cadwyd ${when}, yng ngeiriau ${who}`,
  changed: (when) => `Newidiwyd ddiwethaf ${when}`,
  conflict: {
    title: 'Rydych wedi newid hwn ar ddwy ddyfais',
    body: 'Mae’r ddau yn ddiogel. Dewiswch beth i’w gadw.',
    mine: 'Ar y ddyfais hon',
    other: 'Ar y ddyfais arall',
    keepMine: 'Cadw hwn',
    keepOther: 'Cadw’r llall',
    keepBoth: "Cadw'r ddau",
    nothing: "Dim wedi'i ysgrifennu",
  },
}

export default plan
