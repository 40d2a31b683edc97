/** Short words after an act, with its undo for 8 seconds. Read politely, never over the primary button of a page. */
import { IconX } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { shared } from '../lib/shared.ts'
import { IconButton } from './button.tsx'
import styles from './toast.module.css'

type Toast = { id: number; text: string; tone: 'plain' | 'problem'; action?: { label: string; run: () => void } }
type Options = { tone?: Toast['tone']; action?: Toast['action'] }

const SECONDS = 8
const toasts = shared<Toast[]>([])
let last = 0
const dismiss = (id: number) => toasts.set(toasts.get().filter((toast) => toast.id !== id))

/** Shows a text, the newest three at most; answers what takes it away. */
export function toast(text: string, { tone = 'plain', action }: Options = {}): () => void {
  last += 1
  const id = last
  toasts.set([...toasts.get(), { id, text, tone, ...(action && { action }) }].slice(-3))
  return () => dismiss(id)
}

function One({ toast: { id, text, tone, action } }: { toast: Toast }) {
  const { t } = useTranslation()
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [id])
  const act = () => {
    action?.run()
    dismiss(id)
  }
  return (
    <div className={styles.toast} data-tone={tone}>
      <span className={styles.text}>{text}</span>
      {action && (
        <button type="button" className={styles.action} onClick={act}>
          {action.label}
        </button>
      )}
      <IconButton small icon={IconX} label={t(($) => $.action.close)} onClick={() => dismiss(id)} />
    </div>
  )
}

export function Toasts() {
  const shown = toasts.useValue()
  return (
    <div className={styles.host} role="status" aria-live="polite">
      {shown.map((one) => (
        <One key={one.id} toast={one} />
      ))}
    </div>
  )
}
