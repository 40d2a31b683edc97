/**
 * The only date picker. Formats, labels and presets in the reader's language; the value is a plain day, 'YYYY-MM-DD'.
 * Its code stays out of lists: fields and filters load it on demand.
 */
import { DatePickerInput, DatesProvider } from '@mantine/dates'
import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/zh-cn'
import { useId, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { datePresets } from './date-presets.ts'
import styles from './date-input.module.css'

const formats = {
  zh: {
    locale: 'zh-cn',
    valueFormat: 'YYYY-MM-DD',
    monthLabelFormat: 'YYYY\u5e74M\u6708',
    yearLabelFormat: 'YYYY\u5e74',
  },
  en: { locale: 'en', valueFormat: 'D MMM YYYY', monthLabelFormat: 'MMMM YYYY', yearLabelFormat: 'YYYY' },
} as const

type Props = {
  value: string | null
  onChange: (day: string | null) => void
  label?: string
  'aria-label'?: string
  description?: ReactNode
  error?: ReactNode
  placeholder?: string
  disabled?: boolean
  withAsterisk?: boolean
  clearable?: boolean
  /** Offers today, tomorrow, +3 working days, next Monday. */
  presets?: boolean
  minDate?: string
  maxDate?: string
}

export function DateInput({ presets = false, clearable = true, placeholder, ...input }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const { language } = format.reader
  const { locale, ...shown } = formats[language]
  const settings = useMemo(() => ({ locale, firstDayOfWeek: 1 as const, weekendDays: [] }), [locale])
  const offered = datePresets(format.today()).map(({ key, value }) => ({ value, label: t(($) => $.date[key]) }))
  return (
    <DatesProvider settings={settings}>
      <DatePickerInput
        {...input}
        {...shown}
        id={id}
        popoverProps={{ id: `${id}-calendar` }}
        hideOutsideDates
        clearable={clearable}
        placeholder={placeholder ?? t(($) => $.date.choose)}
        ariaLabels={{
          previousMonth: t(($) => $.date.previousMonth),
          nextMonth: t(($) => $.date.nextMonth),
          previousYear: t(($) => $.date.previousYear),
          nextYear: t(($) => $.date.nextYear),
        }}
        getDayAriaLabel={(day) => format.longDate(day)}
        {...(presets && { presets: offered })}
        classNames={{ presetsList: styles.presets ?? '', presetButton: styles.preset ?? '' }}
      />
    </DatesProvider>
  )
}
