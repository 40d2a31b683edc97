/** A person as a letter in a grey circle; oneself in blue. Never a photograph, so that lists stay quiet. */
import styles from './marks.module.css'

/** The letter that stands for a person. */
export const initialOf = (name: string): string => Array.from(name.trim())[0]?.toUpperCase() ?? '–'

export function Avatar({ name, me }: { name: string; me?: boolean | undefined }) {
  return (
    <span className={styles.avatar} data-me={me || undefined} title={name} aria-hidden>
      {initialOf(name)}
    </span>
  )
}

/** A person in a cell: letter and name. */
export function Person({ name, me }: { name: string; me?: boolean }) {
  return (
    <span className={styles.person}>
      <Avatar name={name} me={me} />
      <span className={styles.cut}>{name}</span>
    </span>
  )
}
