import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { removeAtEnd, startChild } from './children.mjs'
import { programPath } from './programs.mjs'
import { root } from './root.mjs'
import { say } from './say.mjs'

/** So many failed files may be a busy machine; more are the code. */
const FEW = 4

/**
 * Runs vitest over what `args` name (everything when empty) and answers `{ passed, failed }`. A file that could not be loaded, a
 * set-up that failed and a run that ended without a report each count as one failure: silence is never success.
 */
export const runVitest = (args, env, echo) => withSecondLook((names) => vitestOnce(names, env, echo), args)

/** Runs the browser journeys and answers `{ passed, failed }`, counted like `runVitest`. */
export const runPlaywright = (args, env) => withSecondLook((names) => playwrightOnce(names, env), args)

/**
 * At the gate (`CI`), a few failed files run once more with nothing beside them, since a shared machine may stall for seconds. What passes
 * then counts as passed and is named; what fails twice fails. `once` answers `{ passed, failed }`, the files that failed, and how many tests passed in them.
 */
export async function withSecondLook(once, args) {
  const { counts, names, passedThere } = await once(args)
  if (!process.env.CI || names.length === 0 || names.length > FEW) return counts
  say(`Failed the first time, run again alone: ${names.join(', ')}`)
  const { counts: second } = await once(names)
  if (second.failed === 0) say(`Passed only when run again: ${names.join(', ')}`)
  return { passed: counts.passed - passedThere + second.passed, failed: second.failed }
}

async function vitestOnce(args, env, echo) {
  const path = reportFile('vitest')
  const program = programPath('vitest')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const code = await show('vitest', [program, 'run', ...reporters, ...args], env, echo)
  const report = readReport(path)
  const files = (report?.testResults ?? []).filter(isFailed)
  return {
    counts: countVitest(report, code),
    names: files.map((file) => relative(root, file.name)),
    passedThere: files.flatMap((file) => file.assertionResults).filter(isPassed).length,
  }
}

async function playwrightOnce(args, env) {
  const path = reportFile('playwright')
  const program = programPath('@playwright/test', 'playwright')
  const config = ['--config', join('e2e', 'playwright.config.ts'), '--reporter=list,json']
  const code = await show('playwright', [program, 'test', ...config, ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  })
  const report = readReport(path)
  const specs = (report?.suites ?? []).flatMap(specsOf)
  // A set-up that failed is nobody's file: it is not looked at again.
  const failed = report?.errors.length === 0 ? specs.filter((spec) => !spec.ok) : []
  const names = [...new Set(failed.map((spec) => spec.file))]
  const passedThere = specs.filter((spec) => spec.ok && names.includes(spec.file)).length
  return { counts: countPlaywright(report, code), names, passedThere }
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

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
const isPassed = (result) => result.status === 'passed'

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
