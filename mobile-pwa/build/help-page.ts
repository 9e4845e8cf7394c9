import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { england } from '@weft/ui/help-panel/england.ts'
import type { HelpLine } from '@weft/ui/help-panel/lines.ts'
import { words } from '@weft/ui/help-panel/words.ts'
import type { Plugin } from 'vite'

/**
 * `/help`: one plain page with no script, kept on the device, for anybody at any time. Written from the same list and words as
 * the sheet inside the app.
 */
export function helpPage(): Plugin {
  return {
    name: 'weft:help-page',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'help.html', source: helpHtml() })
      this.emitFile({ type: 'asset', fileName: 'help.css', source: helpCss() })
    },
  }
}

export function helpHtml(): string {
  const now = england.lines.filter((line) => !line.isMore)
  const more = england.lines.filter((line) => line.isMore)
  const checked = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `<!doctype html>
<html lang="en" data-app="people">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>${escaped(words.title)}</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/help.css">
  </head>
  <body>
    <main class="wf-help">
      <h1>${escaped(words.title)}</h1>
      <ul class="wf-help__rows" aria-label="${escaped(words.now)}">
${now.map(row).join('\n')}
      </ul>
      <details class="wf-help__more">
        <summary>${escaped(words.more)}</summary>
        <ul class="wf-help__rows" aria-label="${escaped(words.more)}">
${more.map(row).join('\n')}
        </ul>
      </details>
      <section class="wf-help__block" aria-labelledby="routes">
        <h2 class="wf-help__heading" id="routes">${escaped(words.routes)}</h2>
        <ul class="wf-help__routes">
${england.lines.flatMap(({ routes = [] }) => routes.map(({ href, label }) => `          <li><a href="${escaped(href)}">${escaped(label)}</a></li>`)).join('\n')}
        </ul>
      </section>
      <p class="wf-help__checked">${escaped(words.checked(checked.format(new Date(`${england.reviewedOn}T12:00Z`))))}</p>
      <p><a class="help-page__on" href="/">${escaped(words.close)}</a></p>
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
