import { defineConfig } from 'vitest/config'

/** One project for what runs in Node, one for components in jsdom. Stores come from tools/test.mjs through the environment. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'server/**/*.test.ts',
            'packages/{contract,channels}/**/*.test.{ts,tsx}',
            'migrations/**/*.test.ts',
            'tools/**/*.test.mjs',
            'chaos/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          globalSetup: ['server/test/stores.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser-parts',
          environment: 'jsdom',
          include: ['packages/ui/**/*.test.tsx', 'web/**/*.test.{ts,tsx}', 'mobile-pwa/**/*.test.{ts,tsx}'],
          maxWorkers: 2,
        },
      },
    ],
  },
})
