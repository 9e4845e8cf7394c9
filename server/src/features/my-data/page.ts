import { PERSON_ZONE } from '@weft/contract/scalars.ts'
import type { Cell } from './csv.ts'
import type { Said } from './gather.ts'
import type { Table } from './tables-of.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] as string)

const spoken = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: PERSON_ZONE })
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Moments as they are said on the person's clock; all else as it stands. */
function shown(cell: Cell): string {
  if (cell === undefined || cell === null) return ''
  const text = String(cell)
  return escaped(instant.test(text) ? spoken.format(new Date(text)) : text)
}

/**
 * One page to read and to print: it loads nothing, runs nothing and leads nowhere, whatever somebody wrote. Messages stand as a conversation,
 * the rest as tables.
 */
export function page(title: string, at: Date, tables: readonly Table[], messages: readonly Said[]): string {
  const sections = tables.filter(({ name }) => name !== 'messages').map((table) => section(filled(table)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escaped(title)}</h1><p>Made on ${escaped(spoken.format(at))}. Only you have this file: keep it where only you can open it.</p><p>A service may hold more about you, such as your address and phone numbers: ask the service for it.</p></header>
<main>
${sections.join('\n') || '<p>There is nothing here yet.</p>'}
${messages.length > 0 ? transcript(messages) : ''}
</main>
</body>
</html>
`
}

/** Without the columns in which nothing stands. */
function filled({ title, columns, rows }: Table): Omit<Table, 'name'> {
  const kept = columns.flatMap((_, place) => (rows.some((row) => shown(row[place]) !== '') ? [place] : []))
  return {
    title,
    columns: kept.map((place) => columns[place] as string),
    rows: rows.map((row) => kept.map((place) => row[place])),
  }
}

const section = ({ title, columns, rows }: Omit<Table, 'name'>) => `<section>
<h2>${escaped(title)}</h2>
<div class="wide"><table>
<thead><tr>${columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${shown(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table></div>
</section>`

const transcript = (messages: readonly Said[]) => `<section>
<h2>Messages</h2>
${[...Map.groupBy(messages, ({ service }) => service)].map(([service, said]) => `<h3>${escaped(service)}</h3>\n${said.map(message).join('\n')}`).join('\n')}
</section>`

function message(one: Said): string {
  const who = [one.name, one.role, one.organisation].filter(Boolean).map(escaped).join(' · ')
  const kind = one.isCorrection ? ' · Correction' : one.isAutomatic ? ' · Automatic reply' : ''
  const withdrawn =
    one.withdrawnAt &&
    `<p class="quiet">Message withdrawn${one.withdrawnBy ? ` by ${escaped(one.withdrawnBy)}` : ''}, ${shown(one.withdrawnAt)}</p>`
  const edits = one.edits.map(
    ({ text, until }) =>
      `<p class="quiet">Until ${shown(until)} it said:</p><p class="said quiet">${escaped(text)}</p>`,
  )
  return `<article><p class="who">${who} · ${shown(one.at)}${kind}</p>${withdrawn ?? `<p class="said">${escaped(one.text)}</p>`}${edits.join('')}</article>`
}

const style = `
:root{color-scheme:light dark;--ink:#1c2a33;--soft:#52636e;--line:#d5dde2;--paper:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8eef1;--soft:#a3b3bd;--line:#36454f;--paper:#12191e}}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem 1rem 4rem;max-inline-size:70rem;font:1rem/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
h1{font-size:1.75rem;line-height:1.2}h2{margin-block:2.5rem .75rem;font-size:1.25rem}h3{font-size:1.05rem}
header p,.quiet,.who{color:var(--soft)}.who{margin:0;font-size:.875rem}
.wide{overflow-x:auto}table{border-collapse:collapse;inline-size:100%;font-size:.9375rem}
th,td{padding:.5rem .75rem .5rem 0;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;min-inline-size:6rem}
th{font-weight:600;color:var(--soft)}
article{padding-block:.75rem;border-block-end:1px solid var(--line)}article p{margin:.25rem 0}.said{white-space:pre-wrap;overflow-wrap:anywhere}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff}body{max-inline-size:none;padding:0;font-size:10pt}.wide{overflow:visible}tr,article{break-inside:avoid}thead{display:table-header-group}}
`
