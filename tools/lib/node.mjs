import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { alone } from './alone.mjs'
import { whenParentDies } from './parent.mjs'
import { root, runtimeDirectory } from './root.mjs'

/** True when version `have` (`22.3.0`) is at least `want`. */
export function isAtLeast(have, want) {
  const [a, b] = [have, want].map((version) => version.split('.').map(Number))
  for (let i = 0; i < 3; i += 1) if (a[i] !== b[i]) return a[i] > b[i]
  return true
}

/** The lowest Node that package.json allows. */
export function wantedNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return engines.node.replace(/^>=\s*/, '')
}

/**
 * Makes sure that this script runs on a Node that package.json allows; call it first.
 *
 * On an older one it installs a private Node under `.runtime/` from the npm registry, starts the same script there with
 * the same arguments, and does not return.
 */
export async function ensureNode() {
  const want = wantedNode()
  if (isAtLeast(process.versions.node, want)) {
    // npm, npx and every `#!/usr/bin/env node` that we start must find this very Node.
    process.env.PATH = `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
    return
  }
  const binary = installedNode() ?? (await alone('installing-node', () => installedNode() ?? installNode(want)))
  await new Promise(() => relay(binary))
}

const packageName = () => `node-linux-${process.arch}`
const nodePath = () => join(runtimeDirectory, 'node_modules', packageName(), 'bin', 'node')

function installedNode() {
  if (!existsSync(nodePath())) return undefined
  const { stdout, status } = spawnSync(nodePath(), ['--version'], { encoding: 'utf8' })
  return status === 0 && isAtLeast(stdout.trim().slice(1), wantedNode()) ? nodePath() : undefined
}

function installNode(want) {
  const hasGlibc = process.platform === 'linux' && process.report?.getReport().header.glibcVersionRuntime
  if (!hasGlibc || !['x64', 'arm64'].includes(process.arch)) {
    return refuse(
      `Weft needs Node ${want} or newer; this is ${process.versions.node}. Please install Node 24 from https://nodejs.org and try again.`,
    )
  }
  console.error(`Node ${process.versions.node} is older than ${want}: fetching a private Node 24 (once, about 50 MB).`)
  const args = [
    'install',
    '--prefix',
    runtimeDirectory,
    '--ignore-scripts',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
  ]
  const npm = spawnSync('npm', [...args, `${packageName()}@24`], { encoding: 'utf8', cwd: runtimeDirectory })
  const binary = installedNode()
  if (binary) return binary
  return refuse(
    `A private Node could not be fetched. Please install Node ${want} or newer and try again.\n${npm.stderr ?? npm.error?.message ?? ''}`,
  )
}

function refuse(message) {
  console.error(message)
  process.exit(1)
}

function relay(binary) {
  const child = spawn(binary, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, WEFT_RELAYED: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C reaches the child by itself, being in the same group; a second SIGINT does it no harm.
    process.on(signal, () => child.kill(signal))
  }
  whenParentDies(() => child.kill('SIGTERM'))
  child.on('error', (error) => refuse(error.message))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
}
