/** What can be done with the selected records of a list; the panel of it is loaded when it is asked for. */
import { bulkActions, type BulkAction, type BulkEntity } from '@rapport/domain/features/bulk/bulk-actions.ts'
import { IconBan, IconCheck, IconPencil, IconTrash, IconUserShare } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/session.ts'
import { loadTexts } from '../../lib/i18n.ts'
import type { ListState } from '../../lib/list-state.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Button } from '../../ui/button.tsx'
import type { IconType } from '../../ui/icon.tsx'
import { countOf, type ListSelection } from '../../ui/record-grid/use-selection.ts'
import { chosenBy } from './bulk.queries.ts'

const BulkPanel = lazy(async () => {
  const [panel] = await Promise.all([import('./bulk-panel.tsx'), loadTexts('jobs')])
  return panel
})

type Props = {
  entity: BulkEntity
  /** Absent for who may change none. */
  selection: ListSelection | undefined
  total: { value: number; exact: boolean } | undefined
  state: ListState
}

type ButtonsProps = { entity: BulkEntity; onChoose: (action: BulkAction) => void }

const icons: Record<BulkAction, IconType> = {
  update: IconPencil,
  transfer: IconUserShare,
  complete: IconCheck,
  cancel: IconBan,
  delete: IconTrash,
}

function Buttons({ entity, onChoose }: ButtonsProps) {
  const { t } = useTranslation()
  const may = useMay()
  const words: Record<BulkAction, string> = {
    update: t(($) => $.list.bulkEdit),
    transfer: t(($) => $.list.bulkTransfer),
    complete: t(($) => $.list.bulkComplete),
    cancel: t(($) => $.list.bulkCancel),
    delete: t(($) => $.action.delete),
  }
  return bulkActions[entity]
    .filter((action) => may(`${entity}.${action === 'delete' ? 'delete' : 'update'}`))
    .map((action) => (
      <Button key={action} icon={icons[action]} onClick={() => onChoose(action)}>
        {words[action]}
      </Button>
    ))
}

export function BulkBar({ entity, selection, total, state }: Props) {
  const [action, setAction] = useState<BulkAction>()
  if (!selection) return null
  const close = () => setAction(undefined)
  const done = () => {
    close()
    selection.clear()
  }
  const count = selection.everything ? total : countOf(selection, total)
  return (
    <>
      <ActionBar selection={selection} total={total}>
        <Buttons entity={entity} onChoose={setAction} />
      </ActionBar>
      <Suspense>
        {action && (
          <BulkPanel
            entity={entity}
            action={action}
            chosen={chosenBy(selection, state)}
            count={count}
            onClose={close}
            onStarted={done}
          />
        )}
      </Suspense>
    </>
  )
}
