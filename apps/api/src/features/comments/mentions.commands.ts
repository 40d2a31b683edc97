/** Whom a comment mentions must see the record; whoever may share it can lend that with the comment. */
import type { Tx } from '../../ctx.ts'
import { readRecord } from '../../records/find.ts'
import { shareForReading, type Shared } from '../collaborators/collaborators.commands.ts'
import { sharedSets } from '../collaborators/collaborators.records.ts'
import { blindAmong, refuseBlind, type Target } from './record-readers.queries.ts'

/**
 * Goes on when all of them see the record, or with `share` are lent access to it. Errors: 422 `mention.no_access` naming
 * everybody who does not, 403 for sharing what is not one's own to share, 422 `share.…`.
 */
export const demandReaders = async (tx: Tx, target: Target, userIds: readonly string[], share = false) => {
  const blind = await blindAmong(tx, target, userIds)
  if (blind.length === 0) return
  const { type, id } = target
  const shared = type === 'contact' ? null : { type, id }
  if (shared && share) return shareForReading(tx, shared, blind)
  return refuseBlind(tx, blind, shared !== null && (await mayShare(tx, shared)))
}

// A person at customers is seen through them: there is nothing to lend by itself.
const mayShare = async (tx: Tx, { type, id }: Shared): Promise<boolean> =>
  (await readRecord<{ can: { share: boolean } }>(tx, sharedSets[type], id)).can.share
