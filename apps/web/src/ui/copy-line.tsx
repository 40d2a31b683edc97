/** A text to take away: shown whole, copied with one click. */
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './copy-line.module.css'

export function CopyLine({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <div className={styles.line}>
      <input
        className={styles.text}
        readOnly
        aria-label={label}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={copied ? IconCheck : IconCopy} tone="primary" data-autofocus onClick={() => void copy()}>
        {t(($) => (copied ? $.action.copied : $.action.copy))}
      </Button>
    </div>
  )
}
