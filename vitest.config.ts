/** `vitest run --project api path/to/file`; each project is one floor of the house. */
import { defineConfig } from 'vitest/config'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

export default defineConfig({
  test: {
    maxWorkers: '100%', // left to itself it keeps a processor for its own, which is half of two
    projects: [
      { test: { name: 'domain', root: 'packages/domain', include: ['src/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'api',
          root: 'apps/api',
          provide: { seed },
          include: ['src/**/*.test.ts'],
          globalSetup: 'src/test/setup.ts',
          pool: 'forks', // a worker's process number tells whose database is abandoned
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'matrix', // `npm run matrix`: every route as everybody, every field in two worlds
          root: 'apps/api',
          include: ['src/**/*.matrix.ts'],
          globalSetup: 'src/test/setup.ts',
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      'apps/web/vitest.config.ts',
      {
        test: {
          name: 'tools',
          root: 'tools',
          fileParallelism: false, // rigs that count seconds beside a compiler would count the compiler's
          include: ['**/*.test.ts'],
          exclude: ['*/canaries/**', '*/templates/**'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
