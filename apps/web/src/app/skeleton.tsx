/** The shell before anything is known: the frame and the sheet, so that nothing jumps when they fill. */
import shell from './layout.module.css'

export function Skeleton() {
  return (
    <div className={shell.app} aria-busy>
      <div className={shell.sheet} />
    </div>
  )
}
