/** A ZIP archive written as it is made, so that no entry is held back. */
import { Zip, ZipDeflate } from 'fflate'

export type ZipEntry = { name: string; content: AsyncIterable<string> }

// The first day an archive knows: the same records give the same bytes.
const DAY = new Date(1980, 0, 1)
const MOST = 0xffff_ffff

/** Errors: RangeError beyond 4 GiB, which this form of archive cannot say. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const made: Uint8Array[] = []
  let total = 0
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(piece)
    total += piece.length
  })
  for (const { name, content } of entries) {
    const file = new ZipDeflate(name)
    file.mtime = DAY
    zip.add(file)
    let size = 0
    for await (const text of content) {
      const bytes = Buffer.from(text)
      size += bytes.length
      if (size > MOST || total > MOST) throw new RangeError('an archive beyond 4 GiB')
      file.push(bytes)
      yield* taken(made)
    }
    file.push(new Uint8Array(), true)
  }
  zip.end()
  yield* taken(made)
}

function* taken(made: Uint8Array[]): Generator<Buffer> {
  for (const piece of made.splice(0)) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
}
