/** What is sent to be kept as a file, and never shown as a page of ours. */
import type { FastifyReply } from 'fastify'

/** `plain` is for programs that read no other letters than those of ASCII. */
export const asFile = (reply: FastifyReply, type: string, name: string, plain: string): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')

// The marks that encodeURIComponent leaves and a header may not hold.
const encodeName = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
