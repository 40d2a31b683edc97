/** Files of records for tests: the row alone; the record it belongs to must be named. */
import { randomBytes } from 'node:crypto'
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.AttachmentUncheckedCreateInput> & Pick<Prisma.AttachmentUncheckedCreateInput, 'targetId'>

export const anAttachment = (world: World, given: Given) =>
  world.attachment.create({
    data: {
      targetType: 'customer',
      name: `${unique('file')}.txt`,
      kind: 'text',
      mime: 'text/plain; charset=utf-8',
      size: 4,
      sha256: '',
      storageKey: randomBytes(16).toString('hex'),
      ...given,
    },
  })
