/** Saves the table of figures that it stands above. */
import { IconDownload } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../lib/use-format.ts'
import { IconButton } from './button.tsx'
import { csvOfTable, saveText } from './figures-file.ts'

export function SaveFigures({ title }: { title: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const save = ({ currentTarget }: MouseEvent) => {
    const table = currentTarget.closest('figure, section')?.querySelector('table')
    if (table) saveText(`${title} ${format.today()}.csv`, csvOfTable(table))
  }
  return <IconButton small icon={IconDownload} label={t(($) => $.chart.save, { name: title })} onClick={save} />
}
