/** Asking whether somebody is there already, while he is being entered. */
import { may } from '@rapport/domain/access/actor.ts'
import {
  MOST_MATCHES,
  type DuplicateAnswer,
  type DuplicateQuestion,
  type HiddenMatch,
} from '@rapport/domain/features/duplicates/duplicates.ts'
import type { Ctx } from '../../ctx.ts'
import { demand } from '../../http/problems.ts'
import { readPhones } from '../../values/phones.ts'
import { nounOf } from './candidate-ways.ts'
import { describedBy } from './described.ts'
import { HINTS_AN_HOUR, takeHints } from './duplicate-hints.commands.ts'
import { findDuplicates, ownerFor, shownMatch } from './found.queries.ts'

/** Errors: 403 for who may neither create nor change such records. */
export const checkDuplicates = async (ctx: Ctx, question: DuplicateQuestion): Promise<DuplicateAnswer> => {
  const { recordType, record, exceptId = null } = question
  const noun = nounOf[recordType]
  demand(may(ctx.actor, `${noun}.create`) || may(ctx.actor, `${noun}.update`))
  const phones = readPhones(record.phones ?? [])
  const described = describedBy(
    recordType,
    { kind: 'company', ...record, name: record.name ?? '', phones },
    record.customerIds,
  )
  const { found, hinted } = await findDuplicates(ctx, recordType, described, exceptId)
  const matches = found.flatMap((one) => shownMatch(ctx.actor, recordType, one) ?? []).slice(0, MOST_MATCHES)
  const beyond = found.filter(({ candidate, open }) => !candidate.visible && open.level !== null).slice(0, MOST_MATCHES)
  const told = await takeHints(
    ctx,
    beyond.map(({ candidate }) => candidate.id),
  )
  const hidden = beyond.flatMap(({ candidate, open }): HiddenMatch[] =>
    open.level !== null && told.includes(candidate.id)
      ? [
          {
            level: open.level,
            owner: ownerFor(ctx.actor, recordType, candidate),
            since: new Date(candidate.since).toISOString(),
          },
        ]
      : [],
  )
  // Said alike whether or not there is something to hide.
  return { matches, hidden, hintsUsed: hinted.length >= HINTS_AN_HOUR }
}
