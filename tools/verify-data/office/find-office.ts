/** Finds LibreOffice where it is installed. It is never installed for this: who has none is told what was not proved. */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

const NAMES = ['soffice', 'libreoffice']
const APPLICATIONS = ['/Applications/LibreOffice.app/Contents/MacOS']

/** The program named by LIBREOFFICE_PATH, or the first of its names on the path; `beside` are folders of no path. */
export const findOffice = (env: NodeJS.ProcessEnv = process.env, beside = APPLICATIONS): string | undefined => {
  if (env.LIBREOFFICE_PATH) return env.LIBREOFFICE_PATH
  const folders = [...(env.PATH ?? '').split(path.delimiter), ...beside].filter((folder) => folder !== '')
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isProgram)
}

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
