/** A number that can be called; masked ones cannot. */
import { phone as grouped } from '../lib/format.ts'

export function Phone({ phone }: { phone: { number: string; e164: string | null } }) {
  const words = grouped(phone.number)
  if (!phone.e164 || phone.number.includes('*')) return <div>{words}</div>
  return (
    <div>
      <a href={`tel:${phone.e164}`} onClick={(event) => event.stopPropagation()}>
        {words}
      </a>
    </div>
  )
}
