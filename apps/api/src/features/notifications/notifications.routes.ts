/** Notices over HTTP. */
import { notificationRoutes } from '@rapport/domain/features/notifications/notifications.contract.ts'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { changeNoticeSettings } from './notice-settings.commands.ts'
import { readNoticeSettings } from './notice-settings.queries.ts'
import { markAllRead, markRead } from './notifications.commands.ts'
import { listNotifications } from './notifications.queries.ts'

export const registerNotifications = (app: FastifyInstance): void => {
  serve(app, notificationRoutes.list, ({ query }, ctx) => listNotifications(ctx, query))
  serve(app, notificationRoutes.settings, (_, ctx) => readNoticeSettings(ctx))
  serve(app, notificationRoutes.changeSettings, ({ body }, ctx) => changeNoticeSettings(ctx, body))
  serve(app, notificationRoutes.readAll, ({ body }, ctx) => markAllRead(ctx, body))
  serve(app, notificationRoutes.read, ({ params, body }, ctx) => markRead(ctx, params.id, body, true))
  serve(app, notificationRoutes.unread, ({ params, body }, ctx) => markRead(ctx, params.id, body, false))
}
