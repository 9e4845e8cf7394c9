import { type DemoPiece, editors, everyMind, fiveSteps } from './piece.ts'

type Written = Omit<DemoPiece, 'kind' | 'language' | 'authorLine'>

const written: readonly Written[] = [
  {
    slug: 'effro-am-dri-y-bore',
    title: 'Effro am dri y bore',
    summary: 'Beth i’w wneud pan na allwch gysgu, a beth i’w adael.',
    fiveWays: ['take_notice'],
    topics: ['sleep', 'worry'],
    sources: [everyMind],
    body: `Mae deffro yn y nos yn gyffredin. Mae’r rhan fwyaf o bobl yn deffro ychydig o weithiau heb gofio.

## Os ydych yn dal yn effro

- Peidiwch ag edrych ar y cloc.
- Codwch. Eisteddwch rywle cynnes a thywyll.
- Gwnewch rywbeth diflas: plygu dillad, neu ddarllen hen lyfr.
- Ewch yn ôl i’r gwely pan fydd eich llygaid yn drwm.

## Os yw’ch meddwl yn brysur

Ysgrifennwch **un llinell** am bob peth sy’n troi yn eich pen. Yna ysgrifennwch pryd y byddwch yn edrych arno: “Ar ôl brecwast.”

> Mae un noson wael yn anodd. Nid yw’n arwydd o’r hyn sydd i ddod.

Os ydych yn cysgu’n wael am fwy na mis, siaradwch â’ch tîm neu’ch meddyg teulu.`,
  },
  {
    slug: 'ffonio-un-person',
    title: 'Ffonio un person',
    summary: 'Galwad fer heb reswm, ar ddiwrnod pan fyddai’n well gennych beidio.',
    fiveWays: ['connect'],
    topics: ['loneliness'],
    sources: [fiveSteps],
    body: `Mae pum munud yn ddigon.

1. Dewiswch un person.
2. Dewiswch amser. “Ar ôl y newyddion.”
3. Paratowch y llinell gyntaf: “Does gen i ddim newyddion. Roeddwn i eisiau clywed dy lais.”

Os nad oes neb i’w ffonio, gallwch siarad â’r **Samariaid** ar [116 123](tel:116123), ddydd neu nos.`,
  },
  {
    slug: 'i-ben-draw-r-stryd',
    title: 'I ben draw’r stryd ac yn ôl',
    summary: 'Tro bach sy’n ddigon byr i ddechrau.',
    fiveWays: ['be_active'],
    topics: ['mood', 'body'],
    sources: [fiveSteps],
    body: `Nid oes angen cynllun na hwyliau da. Mae angen esgidiau.

## Heddiw

Cerddwch i ben draw’r stryd ac yn ôl. Os mai dyna’r cyfan, mae wedi’i wneud.

## Yfory, neu ryw ddydd arall

- Ewch un polyn lamp ymhellach.
- Ewch yr un amser bob dydd.
- Ewch â rhywun, ci neu’r radio gyda chi.`,
  },
]

export const tipsInWelsh: readonly DemoPiece[] = written.map((one) => ({
  ...one,
  kind: 'tip',
  language: 'cy',
  authorLine: editors,
}))
