/** A panel beside the page for creating and editing; the whole screen on phones. Its own foot holds the buttons. */
import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useIsPhone } from '../lib/use-is-phone.ts'
import styles from './panel.module.css'

type Props = { opened: boolean; onClose: () => void; title: string; width?: number; children: ReactNode }

export function Panel({ opened, onClose, title, width = 480, children }: Props) {
  const phone = useIsPhone()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={phone ? '100%' : width}
      offset={phone ? 0 : 8}
      radius={phone ? 0 : 12}
      transitionProps={{ duration: 180 }}
      classNames={{ content: styles.content, header: styles.header, title: styles.title, body: styles.body }}
    >
      {children}
    </Drawer>
  )
}
