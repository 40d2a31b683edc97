/** Exports in tests: asked for, worked on, and the file that came of them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import type { Caller } from './app.ts'
import type { TestImports } from './imports.ts'

/** Asks for it and does the work; the job as it ended. */
export const exported = async (test: TestImports, caller: Caller, body: object) => {
  const { status, body: started } = await caller.call('POST', '/exports', body)
  if (status !== 202) throw new Error(JSON.stringify(started))
  await test.work()
  return (await caller.call('GET', `/jobs/${started.id}`)).body
}

/** The file as it lies on the disk. */
export const fileOf = async ({ database, home }: TestImports, jobId: string): Promise<Buffer> => {
  const { fileKey } = await database.prisma.job.findUniqueOrThrow({ where: { id: jobId } })
  return readFileSync(path.join(home, 'exports', fileKey ?? ''))
}

export const csvRows = (file: Buffer): string[][] => parse(file, { bom: true })
export const xlsxRows = async (file: Buffer) => (await readSheet(file, { trim: false })) as unknown[][]

/** The XML of a part of a workbook, found by its name. */
export const partOf = (file: Buffer, name: string): string => {
  const at = file.indexOf(name)
  return inflateRawSync(file.subarray(at + name.length)).toString('utf8')
}
