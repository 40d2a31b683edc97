/** Announces the one web font in the head of the page, so that digits do not jump when it arrives. */
import type { Plugin } from 'vite'

const isFont = (name: string) => name.includes('inter-latin-wght-normal') && name.endsWith('.woff2')

export function fontPreload(): Plugin {
  return {
    name: 'rapport:font-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(isFont)
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  }
}
