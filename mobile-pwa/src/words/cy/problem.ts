import type en from '../en/problem.ts'
import { pluralIn } from '../plural.ts'

const plural = pluralIn('cy')

const problem: typeof en = {
  titlePrefix: 'Gwall:',
  summary: 'Mae problem',
  wrong: "Aeth rhywbeth o'i le. Mae'r hyn a ysgrifennoch yn ddiogel ar y ffôn hwn.",
  wrongHere: "Aeth rhywbeth o'i le.",
  offline: 'Rydych chi all-lein. Rhowch gynnig arall arni pan fydd gennych ryngrwyd.',
  later: 'Ni all Weft gadw dim ar hyn o bryd. Rhowch gynnig arall arni mewn eiliad.',
  tooMany: (wait) => `Mae hynny'n llawer ar unwaith. Arhoswch ${wait}, yna rhowch gynnig arall arni.`,
  reference: (id) => `Cyfeirnod ${id}`,
  hidden: 'Efallai ei fod wedi symud, neu nad yw wedi ei rannu â chi.',
  hiddenTitle: 'Allwn ni ddim dangos hwn',
  phoneFull: 'Nid oes lle ar y ffôn hwn i gadw dim. Cadwch y dudalen hon ar agor nes bydd wedi mynd.',
  phoneForgets: "Nid yw'r porwr hwn yn cadw dim i ni. Cadwch y dudalen hon ar agor nes bydd popeth wedi mynd.",
  phoneCleared: (count) =>
    plural(count, {
      one: "Cliriodd y ffôn hwn yr hyn a gadwodd Weft. Mae 1 peth nad oedd wedi mynd ar goll. Mae'n ddrwg gennym.",
      other: `Cliriodd y ffôn hwn yr hyn a gadwodd Weft. Mae ${count} peth nad oedd wedi mynd ar goll. Mae'n ddrwg gennym.`,
    }),
  seconds: (count) => `${count} eiliad`,
  minutes: (count) => plural(count, { two: `${count} funud`, other: `${count} munud` }),
}

export default problem
