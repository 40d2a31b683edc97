/** The box in the head of the shell that opens the palette. */
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './find-button.module.css'
import { openPalette } from './palette-host.ts'

export function FindButton() {
  const { t } = useTranslation()
  return (
    <button type="button" className={styles.find} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
      <Icon of={IconSearch} size={15} />
      <span>{t(($) => $.palette.open)}</span>
      <Kbd keys="Mod+K" />
    </button>
  )
}
