/** Which entries of a timeline are shown: all, what was done, or one kind. */
import { commentKind, eventKinds } from '@rapport/domain/features/timelines/timeline-kinds.ts'
import { activityKinds } from '@rapport/domain/features/activities/activity-choices.ts'
import { useTranslation } from 'react-i18next'
import { useLabel } from '../../lib/use-language.ts'
import { ChoiceChip } from '../../ui/choice-chip.tsx'

const everyActivity = activityKinds.map(({ value }) => value).join(',')

type Props = { value: string; onChange: (kinds: string) => void; activities: boolean }

/** `value` is what the API takes as `kinds`. */
export function KindMenu({ value, onChange, activities }: Props) {
  const { t } = useTranslation()
  const textOf = useLabel()
  const named = ({ value: kind, label }: { value: string; label: Parameters<typeof textOf>[0] }) => ({
    value: kind,
    label: textOf(label),
  })
  const options = [
    { value: '', label: t(($) => $.timeline.everything) },
    ...(activities ? [{ value: everyActivity, label: t(($) => $.timeline.done) }] : []),
    named(commentKind),
    ...eventKinds.map(named),
    ...(activities ? activityKinds.map(named) : []),
  ]
  return <ChoiceChip quiet label={t(($) => $.timeline.kinds)} value={value} options={options} onChange={onChange} />
}
