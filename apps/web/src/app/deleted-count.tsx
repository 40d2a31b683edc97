/** Beside the number of records of a list: how many of their kind lie in the trash, with the way there. */
import type { Filter } from '@rapport/domain/filter/filter.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { countOptions } from '../lib/list-options.ts'
import { useFormat } from '../lib/use-format.ts'
import { useIsPhone } from '../lib/use-is-phone.ts'
import styles from './deleted-count.module.css'
import { paths } from './paths.ts'
import { useMay } from './session.ts'

export function DeletedCount({ of }: { of: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const phone = useIsPhone()
  // Who may not delete them finds none of them there.
  const enabled = useMay()(`${of}.delete`) && !phone
  const filter: Filter = { field: 'entity', op: 'in', value: [of] }
  // Asked for anew with the list it stands above.
  const { data } = useQuery({
    ...countOptions('GET /trash', { filter, search: '' }),
    queryKey: [of, 'deleted'] as const,
    enabled,
  })
  if (!enabled || !data?.value) return null
  return (
    <Link to={paths.trashOf(of)} className={styles.deleted}>
      {t(($) => $.list.deleted, { shown: format.total(data) })}
    </Link>
  )
}
