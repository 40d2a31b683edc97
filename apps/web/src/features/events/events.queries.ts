/** An event as timelines bring it. */
import type { ReplyOf } from '../../lib/call.ts'

export type Event = ReplyOf<'GET /events'>['items'][number]
