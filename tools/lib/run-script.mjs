import { endAll, startChild } from './children.mjs'

/**
 * Runs a script of ours on this Node, its output being ours, stops everything that was started here, and leaves its exit code
 * as this process's.
 */
export async function runScript(script, args, env) {
  const child = startChild(script, process.execPath, [script, ...args], {
    env,
    onLine: (line, stream) => process[stream].write(`${line}\n`),
  })
  const { code, signal, error } = await child.exited
  if (error) console.error(error.message)
  if (signal) console.error(`${script} was ended by ${signal}.`)
  process.exitCode = code ?? 1
  await endAll()
}
