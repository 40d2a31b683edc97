/** A share as a bar: plan against done, received against due. The number stands beside it, never inside. */
import type { CSSProperties } from 'react'
import styles from './marks.module.css'

type Part = { share: number; token: string }

/** Parts of a whole, left to right; what is missing stays track. */
export function ShareBar({ parts, height = 6 }: { parts: Part[]; height?: number }) {
  const style = (part: Part): CSSProperties => ({
    width: `${Math.max(0, Math.min(1, part.share)) * 100}%`,
    background: `var(--rp-${part.token})`,
  })
  return (
    <div className={styles.bar} style={{ height }} aria-hidden>
      {parts.map((part, at) => (
        <i key={at} style={style(part)} />
      ))}
    </div>
  )
}
