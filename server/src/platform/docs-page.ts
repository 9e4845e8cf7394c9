import type { OpenApi, OpenApiOperation } from './documents.ts'

/** The API as one page that needs no script. */
export function docsPage(document: OpenApi): string {
  const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation)),
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Weft API</title><link rel="icon" href="data:,"></head><body>
<main><h1>Weft API</h1><p>${inert(document.info.description)}</p>
<p>The same as <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>${rows.join('\n')}</main></body></html>`
}

function section(method: string, path: string, operation: OpenApiOperation): string {
  const body = operation.requestBody?.content['application/json'].schema
  const answers = Object.entries(operation.responses).map(
    ([status, { description }]) => `<li>${status}: ${inert(description)}</li>`,
  )
  const parameters = operation.parameters.map(
    (one) => `<li><code>${one.name}</code> (${one.in}${one.required ? '' : ', optional'})</li>`,
  )
  return `<section id="${operation.operationId}"><h2>${inert(operation.summary)}</h2>
<p><code>${method.toUpperCase()} ${inert(path)}</code> · ${operation.operationId} · asks <code>${operation['x-permission']}</code></p>
${parameters.length > 0 ? `<h3>Parameters</h3><ul>${parameters.join('')}</ul>` : ''}
${body ? `<h3>Body</h3><pre>${inert(JSON.stringify(body, null, 2))}</pre>` : ''}
<h3>Answers</h3><ul>${answers.join('')}</ul></section>`
}

const inert = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
