import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from './children.mjs'
import { root } from './root.mjs'

/**
 * Starts one of our own programs, with its log in `DATA_DIR/logs/<name>.log` (the one before is kept as `.old`). Warnings go to
 * the terminal as well. `lastLines()` answers what it said at the end.
 */
export function startServerProcess(name, script, env) {
  const folder = join(env.DATA_DIR, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${name}.log`)
  if (existsSync(path)) renameSync(path, `${path}.old`)
  const log = createWriteStream(path, { mode: 0o600 })
  const last = []
  const child = startChild(name, process.execPath, ['--enable-source-maps', join(root, script)], {
    cwd: root,
    env,
    stopTimeoutMs: 15_000,
    onLine(line) {
      log.write(`${line}\n`)
      last.push(line)
      if (last.length > 20) last.shift()
      const text = forTerminal(line)
      if (text) process.stderr.write(`${name}: ${text}\n`)
    },
  })
  child.lastLines = () => last.join('\n')
  return child
}

// Pino writes one JSON object a line; 40 is a warning.
function forTerminal(line) {
  try {
    const { level, msg, err } = JSON.parse(line)
    return level >= 40 ? [msg, err?.message].filter(Boolean).join(': ') : undefined
  } catch {
    return line.trim() || undefined
  }
}

/** Waits until `GET /readyz` answers 200; throws when `child` ends first, or after a minute. */
export async function waitUntilReady(port, child) {
  const end = Date.now() + 60_000
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  while (Date.now() < end) {
    if (ended) throw new Error(`The ${child.name} stopped before it was ready.\n${child.lastLines()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => undefined,
    )
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`The ${child.name} was not ready within a minute.\n${child.lastLines()}`)
}
