import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'

/** The script behind a command of an installed package, to be run by our own Node: no shell and no PATH in between. */
export function programPath(packageName, command = packageName, from = root) {
  for (let folder = from; ; folder = dirname(folder)) {
    const home = join(folder, 'node_modules', packageName)
    if (existsSync(join(home, 'package.json'))) {
      const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
      return join(home, typeof bin === 'string' ? bin : bin[command])
    }
    if (folder === dirname(folder)) throw new Error(`${packageName} is not installed.`)
  }
}
