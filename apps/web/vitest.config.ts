/** The web's tests: jsdom with the real providers; the API is answered by MSW. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    name: 'web',
    root: import.meta.dirname,
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://rapport.test/' } },
    setupFiles: ['src/test/setup.ts'],
    css: { include: [] },
    testTimeout: 60_000,
  },
})
