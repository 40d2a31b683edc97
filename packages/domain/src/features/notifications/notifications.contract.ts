/** What the API offers on notices: one's own need no right. */
import { z } from 'zod'
import { idParams, listQuery, pageOf, versionBody } from '../../contract/page.ts'
import { route } from '../../contract/route.ts'
import { noticeSettings, noticeSettingsPatch } from './notice-settings.ts'
import { groupSchema, notification, unreadCounts } from './notifications.ts'

const readAllBody = z.strictObject({
  group: groupSchema.optional().meta({ description: 'Only those of this group; all of them unless given.' }),
})
export type ReadAll = z.output<typeof readAllBody>

export const notificationRoutes = {
  list: route({
    method: 'GET',
    path: '/notifications',
    access: 'session',
    summary: 'List what one is told of, with how much of it is unread',
    query: listQuery,
    reply: pageOf(notification).extend({
      unread: unreadCounts,
      /** When what came in during quiet hours will be counted; null when nothing waits. */
      heldUntil: z.string().nullable(),
    }),
  }),
  settings: route({
    method: 'GET',
    path: '/notifications/settings',
    access: 'session',
    summary: 'Read how one is told: for each kind where, and the quiet hours',
    reply: noticeSettings,
  }),
  changeSettings: route({
    method: 'PATCH',
    path: '/notifications/settings',
    access: 'session',
    summary: 'Change how one is told; kinds that are not named stay as they are',
    body: noticeSettingsPatch,
    reply: noticeSettings,
  }),
  readAll: route({
    method: 'POST',
    path: '/notifications/read-all',
    access: 'session',
    summary: 'Take everything as read',
    body: readAllBody,
    reply: unreadCounts,
    unversioned: true,
  }),
  read: route({
    method: 'POST',
    path: '/notifications/:id/read',
    access: 'session',
    summary: 'Take a notice as read',
    params: idParams,
    body: versionBody,
    reply: notification,
  }),
  unread: route({
    method: 'POST',
    path: '/notifications/:id/unread',
    access: 'session',
    summary: 'Keep a notice as unread',
    params: idParams,
    body: versionBody,
    reply: notification,
  }),
}
