/** How a reader is told what changed: in his language, dates and numbers as he writes them, fields by their names. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import type { Words } from './change-words.ts'

/** With `parts`, the names of the lists that hang on records, everything is told. */
export function useEventWords(fieldsOf: Words['fieldsOf'], parts?: Words['parts']): Words {
  const { t } = useTranslation()
  const format = useFormat()
  const textOf = useLabel()
  return useMemo(
    () => ({
      fieldsOf,
      format,
      textOf,
      none: t(($) => $.fact.none),
      yes: t(($) => $.filter.yes),
      no: t(($) => $.filter.no),
      ...(parts && { parts }),
    }),
    [fieldsOf, format, textOf, t, parts],
  )
}
