/**
 * While somebody is entered: who he may be, and why. It stands at the foot of the form, so that no field moves under the fingers; what
 * is found opens in a tab of its own, and what was typed stays.
 */
import { overrideLabel } from '@rapport/domain/features/duplicates/reasons.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/problem.ts'
import { useFormAround } from '../../ui/form/form-context.ts'
import { TextField } from '../../ui/text-field.tsx'
import { HiddenLine, MatchLine } from './duplicate-lines.tsx'
import { duplicatesQuery, type Duplicates, type DuplicateType } from './duplicates.queries.ts'
import styles from './duplicate-warning.module.css'
import { useEntered } from './use-entered.ts'

type Props = { of: DuplicateType; hrefOf: (id: string) => string }

export function DuplicateWarning({ of, hrefOf }: Props) {
  const { t } = useTranslation()
  const { problem } = useFormAround()
  const { data } = useQuery(duplicatesQuery(of, useEntered()))
  const refused = isProblem(problem, 'duplicate.certain') ? problem.params : null
  const found = refused ? (refused as unknown as Pick<Duplicates, 'matches' | 'hidden'>) : data
  const isEmpty = !found || (found.matches.length === 0 && found.hidden.length === 0)
  return (
    <div className={styles.place} role="status">
      {!isEmpty && (
        <div className={styles.found}>
          <p className={styles.title}>{t(($) => $.duplicates.title)}</p>
          <ul>
            {found.matches.map((match) => (
              <MatchLine key={match.id} match={match} href={hrefOf(match.id)} />
            ))}
            {found.hidden.map((hidden) => (
              <HiddenLine key={`${hidden.owner} ${hidden.since}`} hidden={hidden} />
            ))}
          </ul>
        </div>
      )}
      {data?.hintsUsed && <p className={styles.quiet}>{t(($) => $.duplicates.hintsUsed)}</p>}
      {refused?.mayOverride === true && (
        <TextField name="duplicateReason" label={overrideLabel} required maxLength={500} startHere />
      )}
    </div>
  )
}
