/** Files opened by LibreOffice without a window, in a profile of its own, and what it holds then. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readFlatSheet, type OpenedSheet } from './flat-sheet.ts'

export type Files = ReadonlyMap<string, Buffer>

const UTF_8 = 76
const MOST_COLUMNS = 100
const TEXT = 2
/** What its dialog proposes for a text file: comma, semicolon and tab part the cells. */
const PROPOSED = `Text - txt - csv (StarCalc):44/59/9,34,${UTF_8},1`
const AS_TEXT = Array.from({ length: MOST_COLUMNS }, (_, at) => `${at + 1}/${TEXT}`).join('/')

/**
 * How a file is opened. `byItself`: with what it takes for granted when nobody is asked. `proposed`: a text file as its
 * dialog proposes, but formulas are run. `text`: likewise, and every column is text, so that 007 stays what it is.
 */
const readings = { byItself: null, proposed: PROPOSED, text: `${PROPOSED},${AS_TEXT}` }
export type Reading = keyof typeof readings

/** The files by name → their first sheets by name. Errors: a file that does not open. */
export const openFiles = async (office: string, files: Files, reading: Reading): Promise<Map<string, OpenedSheet>> => {
  const opened = await convertFiles(office, files, 'fods', reading)
  return new Map([...opened].map(([name, file]) => [name, readFlatSheet(file.toString('utf8'))]))
}

/** The files by name → the same in another format, by the same names. */
export const convertFiles = async (
  office: string,
  files: Files,
  format: 'fods' | 'xlsx',
  reading: Reading,
): Promise<Map<string, Buffer>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-office-'))
  try {
    const kept = [...files].map(([name, file], at) => ({ name, file, own: `${at}${path.extname(name)}` }))
    for (const { file, own } of kept) writeFileSync(path.join(folder, own), file)
    const filter = readings[reading]
    const words = [...(filter ? [`--infilter=${filter}`] : []), '--convert-to', format, '--outdir', 'made']
    await run(office, folder, [...words, ...kept.map(({ own }) => own)])
    return new Map(kept.map(({ name }, at) => [name, readFileSync(path.join(folder, 'made', `${at}.${format}`))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const PATIENCE = 300_000

// It ends with 0 also where it could not open a file; what it made tells.
const run = (office: string, folder: string, words: readonly string[]): Promise<void> => {
  const profile = pathToFileURL(path.join(folder, 'profile')).href
  const own = [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--nologo']
  // It is a chain of programs, which have to end together.
  const child = spawn(office, [...own, ...words], { cwd: folder, stdio: 'ignore', detached: true })
  const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), PATIENCE)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
