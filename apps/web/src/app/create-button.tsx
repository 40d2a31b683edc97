/** Creates a record, for who may. */
import { IconPlus } from '@tabler/icons-react'
import { Button } from '../ui/button.tsx'
import type { IconType } from '../ui/icon.tsx'
import { useMay } from './session.ts'

type Props = {
  permission: string
  /** The verb: “New source”. */
  children: string
  onCreate: () => void
  /** The main button of its page; the same in an empty list is plain. */
  filled?: boolean
  icon?: IconType
}

export function CreateButton({ permission, children, onCreate, filled = false, icon = IconPlus }: Props) {
  if (!useMay()(permission)) return null
  return (
    <Button tone={filled ? 'primary' : 'plain'} icon={icon} onClick={onCreate}>
      {children}
    </Button>
  )
}
