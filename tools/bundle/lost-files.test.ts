import { expect, it } from 'vitest'
import { lostFiles } from './lost-files.ts'

it('names what a style asks for and the build does not hold', () => {
  const styles: Record<string, string> = {
    'assets/a.css': `@font-face{src:url(./here.woff2)} b{background:url("/assets/here.woff2")} c{mask:url("data:image/svg+xml,%3Csvg%3E")} d{mask:url(#id)}`,
    'assets/b.css': `@font-face{src:url('@some/font/file.woff2')} b{background:url(/gone.svg)}`,
  }
  const files = [...Object.keys(styles), 'assets/here.woff2']
  expect(lostFiles(files, (file) => styles[file] ?? '')).toEqual(['@some/font/file.woff2', '/gone.svg'])
})
