/*
 * Documents that lie are worse than none. Every relative link and anchor in the Markdown files must exist, and so must every
 * path and npm script that is written as code; a path with a placeholder (`<nouns>`, `*`, `…`) is not looked up.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles, root } from './source/files.ts'
import { anchorsOf, linksOf, pathsOf, scriptsOf } from './source/markdown.ts'

const documents = listFiles(['*.md', 'docs/**/*.md', 'apps/*/*.md', 'packages/*/*.md', 'tools/*/*.md', 'bench/*.md'])
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts))

const problems = documents.flatMap((file) => [
  ...linksOf(read(file)).flatMap((link) => deadLink(file, link)),
  ...pathsOf(read(file)).flatMap((name) =>
    existsSync(path.join(root, name)) ? [] : [`${file}: no such path: ${name}`],
  ),
  ...scriptsOf(read(file)).flatMap((name) => (scripts.has(name) ? [] : [`${file}: no such script: npm run ${name}`])),
])
for (const problem of problems) console.error(problem)
if (!documents.length) console.error('no document found')
console.log(`docs: ${documents.length} documents, ${problems.length} problems`)
process.exitCode = problems.length || !documents.length ? 1 : 0

function deadLink(file: string, link: string): string[] {
  if (/^[a-z]+:/i.test(link)) return []
  const [target = '', anchor] = link.split('#')
  const found = target ? path.posix.join(path.posix.dirname(file), decodeURI(target)) : file
  if (!existsSync(path.join(root, found))) return [`${file}: dead link: ${link}`]
  if (!anchor || !found.endsWith('.md') || anchorsOf(read(found)).has(anchor)) return []
  return [`${file}: no such heading: ${link}`]
}
