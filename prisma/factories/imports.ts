/** Imports for tests: a file that was uploaded and checked; its bytes are nowhere. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.ImportUncheckedCreateInput> & { ownerId: string }

export const anImport = (world: World, given: Given) =>
  world.import.create({
    data: {
      entity: 'customers',
      fileName: unique('file-'),
      fileKey: unique('key-'),
      fileSize: 1,
      sha256: unique('sum-'),
      encoding: 'utf-8',
      delimiter: ',',
      mapping: [],
      options: {
        valueMaps: [],
        defaults: [],
        externalSource: '',
        dateOrder: null,
        numberFormat: 'point',
        timeZone: 'UTC',
        exported: false,
        fill: 'all',
      },
      ...given,
    },
  })
