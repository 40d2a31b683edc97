/** The link to hand over. It is shown now and never again. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import styles from './users.module.css'
import type { LinkVerb, SignInLink } from './users.queries.ts'

export function LinkDialog({ link, onClose }: { link: SignInLink & { verb: LinkVerb }; onClose: () => void }) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const invites = link.verb === 'invite'
  return (
    <Modal opened onClose={onClose} title={t(($) => (invites ? $.link.invite : $.link.reset))} size={520} centered>
      <p className={styles.text}>{t(($) => (invites ? $.link.inviteText : $.link.resetText))}</p>
      {link.link && <CopyLine label={t(($) => $.link.label)} text={link.link} />}
      <p className={styles.meta}>{t(($) => $.link.until, { when: format.dateTime(link.expiresAt) })}</p>
    </Modal>
  )
}
