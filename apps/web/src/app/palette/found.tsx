/** A text with the part that was found in it; a long one loses its middle, because names of companies differ at both ends. */
import { shorten } from '../../lib/format.ts'
import { useIsPhone } from '../../lib/use-is-phone.ts'
import styles from './palette.module.css'

type Props = { text: string; part?: string; quiet?: true }

// What has room in a row beside its icon.
const [ON_PHONE, ELSEWHERE] = [20, 36]

export function Found({ text, part = '', quiet }: Props) {
  const shown = shorten(text, useIsPhone() ? ON_PHONE : ELSEWHERE)
  // What is all of it needs no mark.
  const at = part === '' || part === text ? -1 : shown.toLowerCase().lastIndexOf(part.toLowerCase())
  const end = at < 0 ? 0 : at + part.length
  return (
    <span className={quiet ? styles.quiet : styles.text} title={text}>
      {shown.slice(0, Math.max(0, at))}
      {at >= 0 && <b className={styles.found}>{shown.slice(at, end)}</b>}
      {shown.slice(end)}
    </span>
  )
}
