/** What an event changed, a line for each field. */
import type { ChangeLine } from './change-words.ts'

export const Changes = ({ lines }: { lines: ChangeLine[] }) => (
  <>
    {lines.map((line) => (
      <div key={line.field}>
        {line.field}
        {line.new !== undefined && (
          <>
            {' '}
            {line.old} → <b>{line.new}</b>
          </>
        )}
      </div>
    ))}
  </>
)
