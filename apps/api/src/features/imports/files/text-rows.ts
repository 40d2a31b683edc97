/** The records of a delimited text file, one by one, without holding the file. */
import { Readable } from 'node:stream'
import type { Delimiter, Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { CsvError, parse } from 'csv-parse'
import { decode } from './encoding.ts'
import { FileError } from '../../../files/file-fault.ts'

const MAX_RECORD = 1024 * 1024

/** Lines of no characters at all are no records. Errors: FileError for a quotation that never ends or a record beyond 1 MiB. */
export async function* textRows(file: string, encoding: Encoding, delimiter: Delimiter): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  })
  const source = Readable.from(decode(file, encoding))
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of source.pipe(parser)) yield record as string[]
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error) : error
  } finally {
    source.destroy()
  }
}

const faultOf = (error: CsvError): FileError =>
  error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? new FileError('file.quote', { line: Number(error.lines ?? 0) })
    : new FileError('file.tooComplex')
