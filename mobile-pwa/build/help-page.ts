import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { england } from '@weft/ui/help-panel/england.ts'
import type { HelpLine } from '@weft/ui/help-panel/lines.ts'
import { words as english } from '@weft/ui/help-panel/words.ts'
import type { Plugin } from 'vite'
import cyHelp from '../src/words/cy/help.ts'
import cy from '../src/words/cy/language.ts'
import cyPieces from '../src/words/cy/pieces.ts'
import { createDates } from '../src/words/dates.ts'
import enHelp from '../src/words/en/help.ts'
import en from '../src/words/en/language.ts'
import faHelp from '../src/words/fa/help.ts'
import fa from '../src/words/fa/language.ts'
import faPieces from '../src/words/fa/pieces.ts'
import { helpListIn } from '../src/words/help-list.ts'

const languages = [
  { language: en, say: english, help: enHelp },
  { language: cy, say: cyPieces.helpPanel, help: cyHelp },
  { language: fa, say: faPieces.helpPanel, help: faHelp },
]
type Spoken = (typeof languages)[number]
const fileOf = ({ language }: Spoken) => (language.code === 'en' ? 'help.html' : `help-${language.code}.html`)

/**
 * `/help`: one plain page in each language with no script, kept on the device, for anybody at any time. Written from the same list and words
 * as the sheet inside the app.
 */
export function helpPage(): Plugin {
  return {
    name: 'weft:help-page',
    apply: 'build',
    generateBundle() {
      for (const spoken of languages) {
        this.emitFile({ type: 'asset', fileName: fileOf(spoken), source: helpHtml(spoken) })
      }
      this.emitFile({ type: 'asset', fileName: 'help.css', source: helpCss() })
    },
  }
}

function helpHtml(spoken: Spoken): string {
  const { language, say, help } = spoken
  const { lines, reviewedOn } = helpListIn(england, help)
  const dates = createDates({ language: language.code, names: language.dateNames })
  const now = lines.filter((line) => !line.isMore)
  const more = lines.filter((line) => line.isMore)
  const others = languages.filter((one) => one !== spoken)
  return `<!doctype html>
<html lang="${language.code}" dir="${language.dir}" data-app="people">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>${escaped(say.title)}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/help.css">
  </head>
  <body>
    <main class="wf-help">
      <h1>${escaped(say.title)}</h1>
      <ul class="wf-help__rows" aria-label="${escaped(say.now)}">
${now.map(row).join('\n')}
      </ul>
      <details class="wf-help__more">
        <summary>${escaped(say.more)}</summary>
        <ul class="wf-help__rows" aria-label="${escaped(say.more)}">
${more.map(row).join('\n')}
        </ul>
      </details>
      <section class="wf-help__block" aria-labelledby="routes">
        <h2 class="wf-help__heading" id="routes">${escaped(say.routes)}</h2>
        <ul class="wf-help__routes">
${lines.flatMap(({ routes = [] }) => routes.map(({ href, label }) => `          <li><a href="${escaped(href)}">${escaped(label)}</a></li>`)).join('\n')}
        </ul>
      </section>
      <p class="wf-help__checked">${escaped(say.checked(dates.date(reviewedOn)))}</p>
      <p class="help-page__languages">
${others.map((one) => `        <a href="${one.help.page}" lang="${one.language.code}" hreflang="${one.language.code}">${one.language.name}</a>`).join('\n')}
      </p>
      <p><a class="help-page__on" href="/">${escaped(say.close)}</a></p>
    </main>
  </body>
</html>
`
}

function row({ title, detail, href }: HelpLine): string {
  const about = detail ? ` <span class="wf-help__detail">${escaped(detail)}</span>` : ''
  const inside = `<span class="wf-help__words"><span class="wf-help__title">${escaped(title)}</span>${about}</span>`
  return `        <li><a class="wf-help__row" href="${escaped(href)}">${inside}</a></li>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => entities[letter] as string)

/** The design system's colours and help rows, with the little that a page of its own needs. No font is fetched. */
function helpCss(): string {
  const ui = (file: string) => readFileSync(fileURLToPath(import.meta.resolve(`@weft/ui/${file}`)), 'utf8')
  const own = readFileSync(new URL('./help-page.css', import.meta.url), 'utf8')
  return [ui('tokens/colours.css'), own, ui('help-panel/help-panel.css')].join('\n').replace(/\/\*[\s\S]*?\*\//g, '')
}
