/** How far something long has come, as a bar that screen readers can follow. The words stand beside it. */
import { ShareBar } from './marks/bar.tsx'

type Props = { label: string; done: number; total: number }

export function Progress({ label, done, total }: Props) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(share * 100)}
    >
      <ShareBar height={8} parts={[{ share, token: 'primary' }]} />
    </div>
  )
}
