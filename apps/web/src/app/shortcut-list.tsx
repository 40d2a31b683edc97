/** The sheet behind `?`: every key that does something here, read from the action registry. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActionList, type ActionGroup } from '../lib/actions.ts'
import { Kbd } from '../ui/kbd.tsx'
import styles from './shortcut-sheet.module.css'

const groups: ActionGroup[] = ['create', 'page', 'go', 'help']

export default function ShortcutList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const actions = useActionList().filter((action) => action.keys)
  return (
    <Modal opened onClose={onClose} title={t(($) => $.keys.title)} size={560} centered>
      <div className={styles.groups}>
        {groups
          .map((group) => ({ group, own: actions.filter((action) => action.group === group) }))
          .filter(({ own }) => own.length > 0)
          .map(({ group, own }) => (
            <section key={group}>
              <h3>{t(($) => $.keys[group])}</h3>
              <dl className={styles.list}>
                {own.map(({ id, label, keys = '' }) => (
                  <div key={id} className={styles.row}>
                    <dt>{label}</dt>
                    <dd>
                      <Kbd keys={keys} />
                      <span className={styles.spoken}>{keys}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <p className={styles.note}>{t(($) => $.keys.note)}</p>
    </Modal>
  )
}
