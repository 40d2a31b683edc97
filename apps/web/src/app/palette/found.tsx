/** A text with the part that was found in it; a long one loses its middle, because names of companies differ at both ends. */
import styles from './palette.module.css'

type Props = { text: string; part?: string; quiet?: true }

// The last letters of a name that is cut: 有限公司, Ltd.
const TAIL = 6

export function Found({ text, part = '', quiet }: Props) {
  const letters = Array.from(text)
  const cut = letters.length > TAIL * 2 ? letters.length - TAIL : letters.length
  const at = letters.slice(0, cut).join('').length
  const [from, to] = placeOf(text, part)
  return (
    <span className={quiet ? styles.quiet : styles.text} title={text}>
      <span className={styles.begin}>
        <Marked text={text.slice(0, at)} from={from} to={to} />
      </span>
      {at < text.length && (
        <span className={styles.end}>
          <Marked text={text.slice(at)} from={from - at} to={to - at} />
        </span>
      )}
    </span>
  )
}

// What is all of it needs no mark.
function placeOf(text: string, part: string): [from: number, to: number] {
  const at = part === '' || part === text ? -1 : text.toLowerCase().lastIndexOf(part.toLowerCase())
  return at < 0 ? [0, 0] : [at, at + part.length]
}

function Marked({ text, from, to }: { text: string; from: number; to: number }) {
  const [begin, end] = [Math.max(0, from), Math.max(0, to)]
  return (
    <>
      {text.slice(0, begin)}
      {text.slice(begin, end) && <b className={styles.found}>{text.slice(begin, end)}</b>}
      {text.slice(end)}
    </>
  )
}
