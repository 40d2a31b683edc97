/** The way back from an import, with a look at what it would do. */
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import type { Import } from './imports.queries.ts'
import { UndoPanel } from './undo-panel.tsx'

// Who came in as a user or a team may already be at work.
const lasting = ['users', 'teams']

export function UndoImport({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const [isOpen, setOpen] = useState(false)
  if (!of.can.undo || lasting.includes(of.entity) || of.created + of.updated === 0) return null
  return (
    <>
      <Button tone="quiet" icon={IconArrowBackUp} onClick={() => setOpen(true)}>
        {t(($) => $.undo)}
      </Button>
      {isOpen && <UndoPanel of={of} onClose={() => setOpen(false)} />}
    </>
  )
}
