import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeAtEnd, startChild } from './children.mjs'
import { programPath } from './programs.mjs'
import { root } from './root.mjs'

/**
 * Runs vitest over what `args` name (everything when empty) and answers `{ passed, failed }`. A file that could not be loaded, a
 * set-up that failed and a run that ended without a report each count as one failure: silence is never success.
 */
export async function runVitest(args, env, echo) {
  const report = reportFile('vitest')
  const program = programPath('vitest')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await show('vitest', [program, 'run', ...reporters, ...args], env, echo)
  return countVitest(readReport(report), code)
}

/** Runs the browser journeys and answers `{ passed, failed }`, counted like `runVitest`. */
export async function runPlaywright(args, env) {
  const report = reportFile('playwright')
  const program = programPath('@playwright/test', 'playwright')
  const config = ['--config', join('e2e', 'playwright.config.ts'), '--reporter=list,json']
  const code = await show('playwright', [program, 'test', ...config, ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return countPlaywright(readReport(report), code)
}

/** `{ passed, failed }` of vitest's JSON report; `code` is how the runner ended. */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length
  const passed = report.numPassedTests
  const failed = report.numFailedTests + broken
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}

const isFailed = (result) => result.status === 'failed'

/** `{ passed, failed }` of Playwright's JSON report; a test that passed only when tried again counts as failed. */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  const failed = unexpected + flaky + report.errors.length
  return { passed: expected, failed: failed === 0 && (code !== 0 || expected === 0) ? 1 : failed }
}

function reportFile(name) {
  const folder = mkdtempSync(join(tmpdir(), 'weft-report-'))
  removeAtEnd(folder)
  return join(folder, `${name}.json`)
}

const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

async function show(name, args, env, echo) {
  const child = startChild(name, process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...env },
    onLine: echo ?? ((line, stream) => process[stream].write(`${line}\n`)),
  })
  const { code, error } = await child.exited
  if (error) console.error(error.message)
  return code
}
