import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { guard } from './guard.mjs'
import { whenParentDies } from './parent.mjs'

const posix = process.platform !== 'win32'
const children = new Set()
const folders = new Set()
const atEnd = []
let ending
let hooked = false

/**
 * Starts a program in a process group of its own with piped output, so that nothing of it outlives us.
 *
 * `onLine(line, stream)` gets each line of output. `stopSignal` asks it to end, `killSignal` makes it, after
 * `stopTimeoutMs`. `input` is written to its standard input, which is otherwise empty.
 */
export function startChild(name, command, args, options = {}) {
  const { stopSignal = 'SIGTERM', killSignal = 'SIGKILL', stopTimeoutMs = 10_000, onLine, input, ...rest } = options
  hookEnd()
  const handle = spawn(command, args, { ...rest, stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'], detached: posix })
  const child = { name, pid: handle.pid, stopping: false, killSignal }
  child.signal = (signal) => {
    if (children.has(child)) signalGroup(child.pid, signal)
  }
  child.exited = new Promise((resolve) => {
    const end = (result) => {
      if (!children.delete(child)) return resolve(result)
      guard.gone(child.pid)
      resolve(result)
    }
    handle.once('error', (error) => end({ code: null, signal: null, error }))
    handle.once('close', (code, signal) => end({ code, signal }))
    handle.once('exit', (code, signal) => {
      signalGroup(child.pid, 'SIGKILL') // whatever it left behind in its group
      setTimeout(() => end({ code, signal }), 1000).unref() // a stray that still holds the pipes must not hold us
    })
  })
  child.stop = async () => {
    child.stopping = true
    child.signal(stopSignal)
    const timer = setTimeout(() => child.signal(killSignal), stopTimeoutMs)
    const result = await child.exited
    clearTimeout(timer)
    return result
  }
  if (child.pid) {
    children.add(child)
    guard.child(child.pid, stopSignal)
  }
  if (input) {
    handle.stdin.on('error', () => {})
    handle.stdin.end(input)
  }
  for (const stream of ['stdout', 'stderr']) {
    createInterface({ input: handle[stream], crlfDelay: Infinity }).on('line', (line) => onLine?.(line, stream))
  }
  return child
}

function signalGroup(pid, signal) {
  try {
    process.kill(posix ? -pid : pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error
  }
}

/** Runs a program to its end and answers what it said; throws with that output when it fails, unless `mayFail`. */
export async function run(command, args, { mayFail = false, echo = false, ...options } = {}) {
  const said = { stdout: [], stderr: [] }
  const child = startChild(command, command, args, {
    ...options,
    onLine: (line, stream) => {
      said[stream].push(line)
      if (echo) process[stream].write(`${line}\n`)
    },
  })
  const { code, signal, error } = await child.exited
  const result = { code, signal, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') }
  if (code === 0 || mayFail) return result
  const why = error ? error.message : `ended with ${signal ?? `code ${code}`}`
  throw new Error(`${command} ${args.join(' ')}: ${why}\n${result.stdout}\n${result.stderr}`.trimEnd())
}

/** Registers work for the end of this process, newest first: after a signal or exception, or when `endAll` is called. */
export function onEnd(work) {
  hookEnd()
  atEnd.push(work)
}

/** Removes the folder at the end of this process, however it comes; its last part must begin with `weft-`. */
export function removeAtEnd(folder) {
  hookEnd()
  folders.add(folder)
  guard.folder(folder)
}

/** Stops everything in the reverse order of its start. Safe to call more than once. */
export function endAll() {
  ending ??= (async () => {
    for (const work of atEnd.reverse()) {
      await Promise.resolve()
        .then(work)
        .catch((error) => console.error(error.message))
    }
    for (const child of [...children].reverse()) await child.stop()
    removeFolders()
    guard.done()
  })()
  return ending
}

function removeFolders() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

function hookEnd() {
  if (hooked) return
  hooked = true
  const endWith = (code) => endAll().finally(() => process.exit(code))
  // An exit code that was set before says that a signal is no surprise.
  process.on('SIGINT', () => endWith(process.exitCode ?? 130))
  process.on('SIGTERM', () => endWith(process.exitCode ?? 143))
  process.on('SIGHUP', () => endWith(process.exitCode ?? 129))
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => {
      if (ending) return // what breaks because we are stopping is no news
      console.error(error?.stack ?? error)
      endWith(1)
    })
  }
  whenParentDies(() => endWith(process.exitCode ?? 143))
  process.on('exit', () => {
    for (const child of children) child.signal(child.killSignal)
    if (children.size === 0) removeFolders()
  })
}
