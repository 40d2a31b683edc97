/** Stages: a coloured square beside the name, and the path of dashes up to where a deal stands. */
import type { CSSProperties } from 'react'
import styles from './marks.module.css'

const colour = (token: string): CSSProperties => ({ background: `var(--rp-${token})` })

/** `token` is one of the ten stage colours an administrator can choose: 'stage-3', 'ok-mark', 'lost'. */
export const StageDot = ({ token }: { token: string }) => <i className={styles.dot} style={colour(token)} aria-hidden />

/** The square and the stage's name, for a cell. */
export const Stage = ({ token, name }: { token: string; name: string }) => (
  <span className={styles.stage}>
    <StageDot token={token} />
    <span className={styles.cut}>{name}</span>
  </span>
)

/** `at` counts the stages done, the current one included. */
export const StageDashes = ({ at, of, token }: { at: number; of: number; token: string }) => (
  <span className={styles.dashes} aria-hidden>
    {Array.from({ length: of }, (_, step) => (
      <i key={step} style={step < at ? colour(token) : undefined} />
    ))}
  </span>
)
