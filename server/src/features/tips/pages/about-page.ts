import { framed, inLanguage } from './frame.ts'
import { html } from './html.ts'
import { type PageLanguage, pageWords } from './words.ts'

/** What a page says of itself: a heading, and lines of plain words under it. */
interface Part {
  id: string
  title: string
  lines: readonly string[]
}

const parts: Record<PageLanguage, readonly Part[]> = {
  en: [
    {
      id: 'about',
      title: 'About Weft',
      lines: [
        'Weft is the thread between appointments. You write to your care team and know when they will answer.',
        'You keep sleep, mood, a diary, goals and a plan. You choose, one by one, what anybody else can see.',
        'The tips are for everybody. Each is checked by an editor, again at least once a year.',
        'Stories are told by people who agreed to it, and are checked by a second editor.',
      ],
    },
    {
      id: 'privacy',
      title: 'Privacy',
      lines: [
        'These pages set no cookie and follow nobody.',
        'Feedback comes to us without your name. We keep the day, and your email only until we have answered.',
        'We do not keep what you search for or read. “Was this helpful?” is counted, with no name and no address.',
        'A tip that you save stays on this phone until you remove it. Other people who use it can find it there.',
        'With an account, saved tips are yours alone, and are locked with everything else of yours.',
      ],
    },
    {
      id: 'accessibility',
      title: 'Accessibility',
      lines: [
        'These pages work with a keyboard, a screen reader, large text, and with scripts turned off.',
        'We test them against WCAG 2.2 AA, in light and in dark.',
        'If something is in your way, tell us: Feedback is at the foot of each page.',
      ],
    },
  ],
  cy: [
    {
      id: 'about',
      title: 'Am Weft',
      lines: [
        'Weft yw’r edefyn rhwng apwyntiadau. Rydych chi’n ysgrifennu at eich tîm gofal ac yn gwybod pryd y byddant yn ateb.',
        'Rydych chi’n cadw cwsg, hwyliau, dyddiadur, nodau a chynllun. Chi sy’n dewis, fesul un, beth all neb arall ei weld.',
        'Mae’r awgrymiadau i bawb. Mae golygydd yn gwirio pob un, ac eto o leiaf unwaith y flwyddyn.',
        'Caiff straeon eu hadrodd gan bobl a gytunodd i hynny, a’u gwirio gan ail olygydd.',
      ],
    },
    {
      id: 'privacy',
      title: 'Preifatrwydd',
      lines: [
        'Nid yw’r tudalennau hyn yn gosod cwcis nac yn dilyn neb.',
        'Daw adborth atom heb eich enw. Rydym yn cadw’r diwrnod, a’ch e-bost dim ond nes i ni ateb.',
        'Nid ydym yn cadw’r hyn rydych chi’n chwilio amdano nac yn ei ddarllen. Caiff “Oedd hyn yn ddefnyddiol?” ei gyfrif heb enw na chyfeiriad.',
        'Mae awgrym rydych chi’n ei gadw yn aros ar y ffôn hwn nes i chi ei dynnu. Gall eraill sy’n defnyddio’r ffôn ei weld.',
        'Gyda chyfrif, chi yn unig biau’r awgrymiadau a gadwyd, ac maent dan glo gyda phopeth arall.',
      ],
    },
    {
      id: 'accessibility',
      title: 'Hygyrchedd',
      lines: [
        'Mae’r tudalennau hyn yn gweithio gyda bysellfwrdd, darllenydd sgrin, testun mawr, a heb sgriptiau.',
        'Rydym yn eu profi yn erbyn WCAG 2.2 AA, yn olau ac yn dywyll.',
        'Os oes rhywbeth yn eich rhwystro, dywedwch wrthym: mae Adborth ar waelod pob tudalen.',
      ],
    },
  ],
}

export function aboutPage(language: PageLanguage): string {
  const [first, ...rest] = parts[language] as [Part, ...Part[]]
  const lines = (part: Part) => part.lines.map((line) => html`<p>${line}</p>`)
  const main = html`<div class="tip__body wf-prose"><h1 id="${first.id}">${first.title}</h1>${lines(first)}
${rest.map((part) => html`<section aria-labelledby="${part.id}"><h2 id="${part.id}">${part.title}</h2>${lines(part)}</section>`)}</div>`
  return framed({
    language,
    title: pageWords[language].about,
    otherHref: inLanguage('/about', language === 'en' ? 'cy' : 'en'),
    main,
  })
}
