import { defineConfig } from '@playwright/test'
import { browserLaunchOptions } from '../tools/browser.mjs'

/** Journeys through both apps in a real Chromium, on the made-up town at a clock that the tests move. */
export default defineConfig({
  testDir: '..',
  // Each worker has a town of its own: pictures show it as its story left it, whatever the journeys write in theirs.
  projects: [
    { name: 'pictures', testMatch: 'e2e/screenshots.spec.ts' },
    { name: 'journeys', testMatch: 'e2e/**/*.spec.ts', testIgnore: ['e2e/screenshots.spec.ts', 'packages/**'] },
    { name: 'pieces', testMatch: 'packages/ui/e2e/**/*.spec.ts' },
  ],
  globalSetup: './stage/set-up.ts',
  outputDir: './results',
  // A stage that stands already is one town for all.
  workers: process.env.E2E_URL ? 1 : 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: browserLaunchOptions(),
    serviceWorkers: 'allow',
    actionTimeout: 15_000,
    trace: 'off',
  },
})
