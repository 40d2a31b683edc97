/** Through what somebody sees records: while it is the same, he may be shown again what he was shown before. */
import { createHash } from 'node:crypto'
import type { Actor } from '@rapport/domain/access/actor.ts'

/** A digest of rights, reach, field rules and teams. */
export const lensOf = ({ kind, rules, teamIds, teamIdsBelow }: Actor): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, rules, teamIds, teamIdsBelow]))
    .digest('base64url')
