/** A text with the part that was found in it. */
import styles from './palette.module.css'

export function Found({ text, part }: { text: string; part: string }) {
  const at = part === text ? -1 : text.toLowerCase().indexOf(part.toLowerCase())
  if (at < 0 || part === '') return <span className={styles.text}>{text}</span>
  return (
    <span className={styles.text}>
      {text.slice(0, at)}
      <b className={styles.found}>{text.slice(at, at + part.length)}</b>
      {text.slice(at + part.length)}
    </span>
  )
}
