/** Who looked after a customer from when on, newest first, and how it came to him. */
import { ownershipReasons } from '@rapport/domain/features/ownership-periods/ownership-periods.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { Pending } from '../../ui/pending.tsx'
import { Section } from '../../ui/section.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import { ownersQuery, type OwnershipPeriod } from './customers.queries.ts'

function useEntry() {
  const { t } = useTranslation('customers')
  const textOf = useLabel()
  return ({ id, from, ownerId, owner, by, reason }: OwnershipPeriod): TimelineEntry => {
    const how = ownershipReasons.find(({ value }) => value === reason)
    return {
      id,
      at: from ?? '',
      icon: IconUserShare,
      title: (
        <>
          <b>{owner ? textOf(owner.label) : t(($) => (ownerId ? $.unnamedOwner : $.noOwner))}</b>
          {how && ` · ${textOf(how.label)}`}
        </>
      ),
      ...(by && by.id !== owner?.id && { body: t(($) => $.changedBy, { name: textOf(by.label) }) }),
    }
  }
}

/** Nothing where the reader may not know whose the customer is. */
export function CustomerOwners({ id }: { id: string }) {
  const { t } = useTranslation('customers')
  const query = useQuery(ownersQuery(id))
  const entryOf = useEntry()
  if (query.isPending || query.data?.items.length === 0) return null
  return (
    <Section bare title={t(($) => $.owners)}>
      <Pending of={query} inline />
      {query.data && <Timeline label={t(($) => $.owners)} entries={query.data.items.map(entryOf)} />}
    </Section>
  )
}
