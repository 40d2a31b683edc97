/** Whose entries of a timeline are shown: everybody's, one's own, or those of somebody who stands in what was shown so far. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { useLabel, type Label } from '../../lib/use-language.ts'
import { ChoiceChip } from '../../ui/choice-chip.tsx'
import type { Entry } from './timelines.queries.ts'

type Person = { id: string; label: Label | string }

/** The owner of an activity, the author of a comment, who changed something. */
const personOf = ({ activity, comment, event }: Entry): Person[] => {
  const person = activity?.owner ?? comment?.createdBy ?? event?.actor
  return person ? [person] : []
}

/** Nothing is asked for them: whoever was seen stays on offer, also while only one is shown. `of` is the record. */
function usePeople(of: string, rows: readonly Entry[]): Person[] {
  const [seen, setSeen] = useState<{ of: string; people: Person[] }>({ of, people: [] })
  const people = seen.of === of ? seen.people : []
  const fresh = new Map(rows.flatMap(personOf).map((person) => [person.id, person]))
  for (const { id } of people) fresh.delete(id)
  if (fresh.size > 0) setSeen({ of, people: [...people, ...fresh.values()] })
  return people
}

type Props = { of: string; rows: readonly Entry[]; value: string; onChange: (by: string) => void }

/** `value` is what the API takes as `by`. */
export function PersonMenu({ of, rows, value, onChange }: Props) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const { user } = useMe()
  const others = usePeople(of, rows).filter(({ id }) => id !== user.id)
  const options = [
    { value: '', label: t(($) => $.timeline.everybody) },
    { value: user.id, label: t(($) => $.timeline.me) },
    ...others.map(({ id, label }) => ({ value: id, label: textOf(label) })),
  ]
  return <ChoiceChip quiet label={t(($) => $.timeline.people)} value={value} options={options} onChange={onChange} />
}
