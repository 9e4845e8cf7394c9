import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { run } from './children.mjs'
import { compressFiles } from './compress.mjs'
import { programPath } from './programs.mjs'
import { root, runtimeDirectory } from './root.mjs'

const shared = ['packages/contract', 'packages/channels', 'packages/ui', 'package-lock.json', 'tsconfig.base.json']

/** Builds the app in folder `app` (`web` or `mobile-pwa`) into its `dist`, unless nothing it is made of has changed. */
export async function ensureBuilt(app, say) {
  const hash = contentHash([app, ...shared])
  if (isBuilt(app, hash)) return
  await alone(`building-${app}`, async () => {
    if (isBuilt(app, hash)) return
    say(`Building ${app}.`)
    const vite = programPath('vite', 'vite', join(root, app))
    await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, app),
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    })
    compressFiles(join(root, app, 'dist'))
    writeFileSync(stampOf(app), hash)
  })
}

const stampOf = (app) => join(runtimeDirectory, `built-${app}`)

function isBuilt(app, hash) {
  const made = existsSync(join(root, app, 'dist', 'index.html'))
  return made && existsSync(stampOf(app)) && readFileSync(stampOf(app), 'utf8') === hash
}

function contentHash(paths) {
  const hash = createHash('sha256')
  const take = (path) => {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  }
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`
      if (/^(node_modules|dist|coverage|\..*)$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) take(path)
    }
  }
  for (const path of paths) {
    if (/\.json$/.test(path)) take(path)
    else walk(path)
  }
  return hash.digest('hex')
}
