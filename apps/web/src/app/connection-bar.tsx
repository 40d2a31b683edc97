/** Tells that a newer version is ready or that the session has ended; never reloads by itself, because something may be typed. */
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { useConnection } from '../lib/connection.ts'
import { Button } from '../ui/button.tsx'
import styles from './connection-bar.module.css'
import { loginPath } from './paths.ts'

export function ConnectionBar() {
  const { t } = useTranslation()
  const { signedOut, stale } = useConnection()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  if (!signedOut && !stale) return null
  return (
    <div className={styles.bar} role="status">
      <span>{t(($) => (signedOut ? $.shell.signedOut : $.shell.stale))}</span>
      {signedOut ? (
        <Button small tone="primary" onClick={() => void navigate(loginPath(pathname + search))}>
          {t(($) => $.shell.signInAgain)}
        </Button>
      ) : (
        <Button small onClick={() => window.location.reload()}>
          {t(($) => $.shell.reload)}
        </Button>
      )}
    </div>
  )
}
