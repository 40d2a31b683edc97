import { readFileSync } from 'node:fs'
import path from 'node:path'
import { check } from 'recheck'
import { root } from '../source/files.ts'
import { parseModule, visit } from '../source/module.ts'
import type { Module } from '../source/module.ts'

export type Pattern = { where: string; source: string; flags: string }

/** Every regular expression written in the given files. */
export function patternsOf(files: string[], folder = root): Pattern[] {
  return files.flatMap((file) => patternsIn(parseModule(file, readFileSync(path.join(folder, file), 'utf8'))))
}

export function patternsIn(module: Module): Pattern[] {
  const found: Pattern[] = []
  visit(module, {
    Literal: (node) => {
      if (!('regex' in node)) return
      found.push({
        where: `${module.path}:${module.lineAt(node.start)}`,
        source: node.regex.pattern,
        flags: node.regex.flags,
      })
    },
  })
  return found
}

/** Why the pattern may take longer than its input is long, or undefined when it is linear. */
export async function slowness({ source, flags }: Pattern): Promise<string | undefined> {
  // The JavaScript backend: the others are programs that not every machine may start.
  process.env.RECHECK_BACKEND = 'pure'
  const verdict = await check(source, flags, { timeout: 30_000 })
  if (verdict.status === 'safe') return undefined
  return verdict.status === 'vulnerable' ? verdict.complexity.summary : `not decided: ${verdict.error.kind}`
}
