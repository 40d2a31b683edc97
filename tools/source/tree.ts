import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseModule } from './module.ts'
import type { Import, Module } from './module.ts'

export type Tree = { modules: Map<string, Module> }

// How a workspace package's name becomes a path; the same as the `exports` of their package.json.
const PACKAGES: [prefix: string, folder: string][] = [
  ['@rapport/domain/', 'packages/domain/src/'],
  ['@rapport/prisma/factories/', 'prisma/factories/'],
  ['@rapport/api/', 'apps/api/'],
  ['@rapport/web/', 'apps/web/'],
]

/** Reads and parses the files (paths relative to `folder`). */
export function readTree(folder: string, files: string[]): Tree {
  const read = (file: string) => parseModule(file, readFileSync(path.join(folder, file), 'utf8'))
  return { modules: new Map(files.map((file) => [file, read(file)])) }
}

/** The repository path an import leads to, or undefined for a package from outside. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  if (specifier === '@rapport/prisma') return 'prisma/generated/client.ts'
  const known = PACKAGES.find(([prefix]) => specifier.startsWith(prefix))
  return known && known[1] + specifier.slice(known[0].length)
}

/** The name of the package an import loads, without the path inside it; undefined for our own files. */
export function packageName(from: string, specifier: string): string | undefined {
  if (resolveImport(from, specifier) !== undefined) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

/** What the module loads at run time of our own files; `lazy` adds what it loads on demand. */
export function loads(module: Module, lazy: boolean): string[] {
  const wanted = (one: Import) => !one.typeOnly && (lazy || !one.dynamic)
  return module.imports.filter(wanted).flatMap((one) => resolveImport(module.path, one.specifier) ?? [])
}
