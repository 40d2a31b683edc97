/** Build of the single-page application: one chunk per route, files precompressed for the server, nothing inline. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { fontPreload } from './build/font-preload.ts'
import { precompress } from './build/precompress.ts'
import { printRoutes } from './build/print-routes.ts'

const api = process.env.RAPPORT_API ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), fontPreload(), printRoutes(), precompress()],
  build: {
    target: 'es2023',
    manifest: true,
    // The policy allows images and fonts from our own address only, so nothing becomes a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { '/api': { target: api, changeOrigin: false } } },
  preview: { proxy: { '/api': { target: api, changeOrigin: false } } },
})
