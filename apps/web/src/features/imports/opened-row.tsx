/** The panel of the row that was opened, which comes with its inputs when the first one is. */
import { lazy, Suspense, type ComponentProps } from 'react'

const RowPanel = lazy(async () => ({ default: (await import('./row-panel.tsx')).RowPanel }))

export function OpenedRow(props: ComponentProps<typeof RowPanel>) {
  return (
    <Suspense>
      <RowPanel {...props} />
    </Suspense>
  )
}
