import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { atMost, type Row } from '../../bench/row.ts'
import { kofi, sam } from './device.ts'
import { visit } from './loads.ts'
import type { Watched } from './watch.ts'

const root = join(import.meta.dirname, '../..')
const kilobyte = 1024

/** Bytes as they are sent: the same on any machine. */
export async function weights(browser: Browser): Promise<Row[]> {
  const people = await visit(browser, kofi, '/today')
  const staff = await visit(browser, sam, '/staff/inbox')
  const help = sizeOf('mobile-pwa', '/help.html') + sizeOf('mobile-pwa', '/help.css')
  return [
    ...weightsOf('mobile-pwa', people, { all: 170, js: 120, chunk: 35, css: 15 }),
    ...weightsOf('web', staff, { all: 320, js: 200, chunk: 80, css: 22 }),
    atMost('/help, all bytes', 'KB', help / kilobyte, 60),
    atMost('public tips, all bytes', 'KB', (await publicTips()) / kilobyte, 60),
    atMost('mobile-pwa: precache', 'KB', precached() / kilobyte, 600),
  ]
}

function weightsOf(app: string, look: Watched, most: { all: number; js: number; chunk: number; css: number }): Row[] {
  // What is asked for once the content stands is not part of the first load.
  const loaded = [{ path: '/index.html', at: 0 }, ...look.loaded]
  const first = loaded.filter((one) => one.at < look.lcp).map((one) => one.path)
  // What is asked for after the first paint, as the socket client is, keeps nobody waiting.
  const initial = loaded.filter((one) => one.at < look.paintedAt && one.path.endsWith('.js')).map((one) => one.path)
  const sum = (paths: string[]) => paths.reduce((total, path) => total + sizeOf(app, path), 0) / kilobyte
  const later = filesOf(app, '.js').filter((path) => !first.includes(path))
  const largest = Math.max(...later.map((path) => sizeOf(app, path)))
  return [
    atMost(`${app}: first load, all bytes`, 'KB', sum(first), most.all),
    atMost(`${app}: initial JS`, 'KB', sum(initial), most.js),
    atMost(`${app}: largest later chunk`, 'KB', largest / kilobyte, most.chunk),
    atMost(`${app}: all CSS`, 'KB', sum(filesOf(app, '.css')), most.css),
  ]
}

/** The public home with everything it asks for, its script too, though it needs none. */
async function publicTips(): Promise<number> {
  const page = await (await fetch(`${process.env.E2E_URL}/`)).text()
  const fonts = filesOf('mobile-pwa', '.woff2').filter((path) => /-latin-\d/.test(path))
  const files = ['/tips.css', '/tips.js', '/icon.svg', ...fonts]
  return files.reduce((total, path) => total + sizeOf('mobile-pwa', path), gzipSync(page).length)
}

/** Bytes of a built file as a phone gets it: compressed where that is worth it. */
function sizeOf(app: string, path: string): number {
  const file = join(root, app, 'dist', path.replace(/^\/staff/, ''))
  if (existsSync(`${file}.gz`)) return statSync(`${file}.gz`).size
  if (!existsSync(file) || statSync(file).isDirectory()) return 0
  return /\.(js|css|html|svg|webmanifest)$/.test(file) ? gzipSync(readFileSync(file)).length : statSync(file).size
}

function filesOf(app: string, ending: string): string[] {
  const prefix = app === 'web' ? '/staff/assets' : '/assets'
  return readdirSync(join(root, app, 'dist/assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${prefix}/${name}`)
}

/** Bytes that the service worker fetches ahead: the files that its list names, as they are sent. */
function precached(): number {
  const worker = readFileSync(join(root, 'mobile-pwa/dist/service-worker.js'), 'utf8')
  const named = [...worker.matchAll(/"?url"?:\s*[`"']([^`"']+)[`"']/g)].map(
    (match) => `/${(match[1] as string).replace(/^\//, '')}`,
  )
  return [...new Set(named)].reduce((total, path) => total + sizeOf('mobile-pwa', path), 0)
}
