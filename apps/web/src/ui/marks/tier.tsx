/** The value tier: shape, word and colour; gold belongs to the highest alone, a dashed outline is not yet rated. */
import styles from './marks.module.css'

export type TierLevel = 'high' | 'medium' | 'low' | 'new'

const OUTLINE = 'M5 1.1 8.9 5 5 8.9 1.1 5z'

function Glyph({ level }: { level: TierLevel }) {
  if (level === 'high') return <path d="M5 .6 9.4 5 5 9.4.6 5z" fill="currentColor" />
  return (
    <>
      <path d={OUTLINE} fill="none" stroke="currentColor" strokeDasharray={level === 'new' ? '1.5 1.2' : undefined} />
      {level === 'medium' && <path d="M5 3 7 5 5 7 3 5z" fill="currentColor" />}
    </>
  )
}

export function Tier({ level, label }: { level: TierLevel; label: string }) {
  return (
    <span className={styles.tier} data-level={level}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
        <Glyph level={level} />
      </svg>
      {label}
    </span>
  )
}
