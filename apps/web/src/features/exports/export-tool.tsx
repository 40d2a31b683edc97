/** In the head of a list: writes what it shows into a file. Absent without the right; its panel is loaded when asked for. */
import type { JobEntity } from '@rapport/domain/features/jobs/job-choices.ts'
import { IconDownload } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { useActions } from '../../lib/actions.ts'
import { loadTexts } from '../../lib/i18n.ts'
import type { ListState } from '../../lib/list-state.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { visibleColumns, type GridColumn } from '../../ui/record-grid/columns.ts'

const ExportPanel = lazy(async () => {
  const [panel] = await Promise.all([import('./export-panel.tsx'), loadTexts('jobs')])
  return panel
})

type Props<R> = { entity: JobEntity; state: ListState; columns: GridColumn<R>[] }

export function ExportTool<R>({ columns, ...props }: Props<R>) {
  const { t } = useTranslation()
  const may = useMay()
  const phone = useIsPhone()
  const [opened, setOpened] = useState(false)
  const label = t(($) => $.list.export)
  const isOffered = may(`${props.entity}.export`)
  const shown = visibleColumns(columns, props.state.columns).map(({ id }) => id)
  const run = () => setOpened(true)
  useActions(isOffered ? [{ id: 'export', label, group: 'page', run }] : [])
  if (!isOffered) return null
  return (
    <>
      {phone ? (
        <IconButton icon={IconDownload} label={label} onClick={run} />
      ) : (
        <Button tone="quiet" icon={IconDownload} onClick={run}>
          {label}
        </Button>
      )}
      <Suspense>{opened && <ExportPanel {...props} columns={shown} onClose={() => setOpened(false)} />}</Suspense>
    </>
  )
}
