/** An instant as distance (3 天前), the exact time in the tooltip. */
import { useFormat } from '../lib/use-format.ts'

export function When({ at }: { at: string | null | undefined }) {
  const format = useFormat()
  if (!at) return null
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.relative(at)}
    </time>
  )
}
