/** Notices for tests: a mention on a customer, which must be named with who is told. */
import type { Prisma } from '../generated/client.ts'
import { unique, type World } from './world.ts'

type Given = Partial<Prisma.NotificationUncheckedCreateInput> &
  Pick<Prisma.NotificationUncheckedCreateInput, 'userId' | 'targetId'>

export const aNotification = (world: World, given: Given) =>
  world.notification.create({
    data: { kind: 'mention', group: 'mention', targetType: 'customer', dedupeKey: unique(''), ...given },
  })
