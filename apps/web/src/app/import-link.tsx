/** The way from a list into the import of its noun; absent without the right. */
import { IconUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/button.tsx'
import { useIsPhone } from '../lib/use-is-phone.ts'
import { paths } from './paths.ts'
import { useMay } from './session.ts'

export function ImportLink({ entity }: { entity: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const phone = useIsPhone()
  if (phone || !may('imports.create') || !may(`${entity}.import`)) return null
  return (
    <ButtonLink tone="quiet" icon={IconUpload} to={paths.newImport(entity)}>
      {t(($) => $.list.import)}
    </ButtonLink>
  )
}
