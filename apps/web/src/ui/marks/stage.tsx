/** Stages: a coloured square beside the name. */
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
