/** How much of a stage has stood still too long: a thin bar under its figures. */
import styles from './marks.module.css'

export function RotBar({ share, title }: { share: number; title: string }) {
  return (
    <div className={styles.rotBar} title={title}>
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  )
}
