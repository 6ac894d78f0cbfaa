import { defineConfig } from 'vitest/config'

/** `code`: rules, numbers, endpoints and jobs, on a real embedded PostgreSQL. `stories`: real Chromium, one file a story. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'code',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['src/platform/testing/cluster-setup.ts'],
          setupFiles: ['src/platform/testing/property-seed.ts'],
          // The machines are shared: a test that hangs is found, one that waits for others is not.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['e2e/**/*.spec.ts'],
          globalSetup: ['e2e/harness/stories-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
    // Two cores, and PostgreSQL and Chromium want theirs.
    maxWorkers: 2,
    pool: 'forks',
  },
})
