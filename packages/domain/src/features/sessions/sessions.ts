/** Signing in, and who the caller is. */
import { z } from 'zod'
import { emailAddress, text, timeZone } from '../../contract/text.ts'
import { preferences } from './preferences.ts'
import { organisation } from '../settings/settings.ts'

export const credentials = z.strictObject({
  email: emailAddress(),
  password: text(200, 1),
})

/** Who is signed in, what he may, and what the browser needs to draw the shell. */
export const me = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      locale: z.enum(['zh-CN', 'en']),
      timeZone: z.string(),
      title: z.string().nullable(),
      primaryTeamId: z.string().nullable(),
      preferences,
      version: z.int(),
    }),
    /** Rights as 'noun.action' and special rights; the browser hides what is absent, the server decides. */
    permissions: z.array(z.string()),
    /** Rules of single fields, 'noun.field' → hidden, masked, read or write; absent means write. */
    fieldRules: z.record(z.string(), z.enum(['hidden', 'masked', 'read', 'write'])),
    organisation,
  })
  .meta({ id: 'Me' })
export type Me = z.output<typeof me>

export const sessionRow = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Session' })

/** What a person may change about himself. */
export const mePatch = z.strictObject({
  name: text(100, 1).optional(),
  locale: z.enum(['zh-CN', 'en']).optional(),
  timeZone: timeZone().optional(),
  preferences: preferences.optional().meta({ description: 'Those that change; the others stay as they are.' }),
  version: z.int().min(1).optional(),
})

export const passwordChange = z.strictObject({
  current: text(200),
  next: text(200),
})

export const confirmation = z.strictObject({ password: text(200, 1) })
