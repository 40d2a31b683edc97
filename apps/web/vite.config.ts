/** Build of the single-page application: one chunk per route, files precompressed for the server, nothing inline. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fontPreload } from './build/font-preload.ts'
import { precompress } from './build/precompress.ts'
import { printRoutes } from './build/print-routes.ts'

const api = process.env.RAPPORT_API ?? 'http://127.0.0.1:3000'
// What every form needs and no list may load: the contract's schemas, the form itself, its inputs, the calendar.
const parts = [
  '/node_modules/zod/',
  '/node_modules/@mantine/form/',
  '/node_modules/@mantine/dates/',
  '/node_modules/dayjs/',
  '/domain/src/field/schemas',
  '/web/src/ui/form/',
  '/web/src/ui/date-input',
]
const isForForms = (id: string) =>
  parts.some((part) => id.includes(part)) || (id.includes('/web/src/ui/') && id.endsWith('-field.tsx'))

export default defineConfig({
  plugins: [react(), fontPreload(), printRoutes(), precompress()],
  resolve: { alias: { 'react-remove-scroll': path.join(import.meta.dirname, 'build/no-remove-scroll.ts') } },
  build: {
    target: 'es2023',
    manifest: true,
    // The policy allows images and fonts from our own address only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // tools/bundle weighs what counts.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'], priority: 3 },
            // What lists and forms both use, or a list that needs a line of it loads all forms.
            {
              name: 'lib',
              test: /\/web\/src\/lib\/|\/web\/src\/ui\/date-presets\.|\/domain\/src\/dates\.|@mantine\/hooks\/esm\/use-debounced-callback/,
              priority: 2,
            },
            // Inputs alone, so that a list that uses one does not load the forms.
            { name: 'inputs', test: /node_modules\/@mantine\/core\//, priority: 2 },
            // Small lists of values, of which every list and record needs some: a file each weighs more than all in one.
            { name: 'choices', test: /\/(activity|contact|criterion|customer)-choices\.ts$/, priority: 2 },
            // The same for the small signs of lists and records, and for what is asked about the nouns that stand on one page.
            { name: 'marks', test: /\/web\/src\/ui\/marks\//, priority: 2 },
            {
              name: 'steps',
              test: /\/features\/activities\/(activity-(icons|menu)|composed|outcomes|step|use-(due|put-off))\.tsx?$/,
              priority: 2,
            },
            {
              name: 'nouns',
              test: /\/features\/(activities|contacts|customers|opportunities)\/[a-z]+\.(fields|queries)\.ts$/,
              priority: 2,
            },
            { name: 'forms', test: isForForms, priority: 1 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: api, changeOrigin: false } } },
})
