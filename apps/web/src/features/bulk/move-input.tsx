/** Where plans are moved: to a day, or on by working days. The field holds the day, or the number of days. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { useFormAround } from '../../ui/form/form-context.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'

const ways = ['day', 'workingDays'] as const

export function MoveInput({ name }: { name: string }) {
  const { t } = useTranslation('jobs')
  const { form } = useFormAround()
  const [way, setWay] = useState<(typeof ways)[number]>('day')
  const choose = (next: typeof way) => {
    form.setFieldValue(name, next === 'day' ? '' : 1)
    form.clearFieldError(name)
    setWay(next)
  }
  return (
    <>
      <Segmented
        showLabel
        label={t(($) => $.move)}
        value={way}
        options={ways.map((value) => ({ value, label: t(($) => $.moves[value]) }))}
        onChange={choose}
      />
      {way === 'day' ? (
        <DateField key={way} name={name} label={t(($) => $.newDay)} help={t(($) => $.keepsTime)} clearable={false} />
      ) : (
        <NumberField
          key={way}
          name={name}
          kind="int"
          label={t(($) => $.workingDays)}
          help={t(($) => $.keepsTimeByDays)}
        />
      )}
    </>
  )
}
