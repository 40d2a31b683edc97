/** Comments for tests; the record they are about must be named. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.CommentUncheckedCreateInput> & Pick<Prisma.CommentUncheckedCreateInput, 'targetId'>

export const aComment = (world: World, given: Given) =>
  world.comment.create({ data: { targetType: 'customer', body: unique('Comment '), ...given } })
