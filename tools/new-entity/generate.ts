import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listFiles } from '../source/files.ts'
import { rename } from './names.ts'
import type { Names } from './names.ts'

const TEMPLATES = path.join(import.meta.dirname, 'templates')

/** Writes the noun's rooms on every floor below `root` and returns their paths. Throws rather than overwrite a file. */
export function writeRooms(names: Names, root: string): string[] {
  const files = listFiles(['**/*'], TEMPLATES).filter((file) => path.extname(file))
  const written = files.map((file) => ({ from: path.join(TEMPLATES, file), to: rename(file, names) }))
  const taken = written.find(({ to }) => existsSync(path.join(root, to)))
  if (taken) throw new Error(`${taken.to} exists already; nothing was written`)
  for (const { from, to } of written) {
    const target = path.join(root, to)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, rename(readFileSync(from, 'utf8'), names))
  }
  return written.map(({ to }) => to)
}
