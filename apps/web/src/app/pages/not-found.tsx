import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { Message } from '../../ui/message.tsx'
import { paths } from '../paths.ts'

/** A wrong address, a record that is gone, or one that is not the reader's to see: the same page for all three. */
export function NotFound() {
  const { t } = useTranslation()
  return (
    <Message
      title={t(($) => $.problem.notFoundTitle)}
      actions={<ButtonLink to={paths.home}>{t(($) => $.action.home)}</ButtonLink>}
    >
      {t(($) => $.problem.notFound)}
    </Message>
  )
}
