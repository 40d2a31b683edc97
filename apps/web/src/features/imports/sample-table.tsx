/** The first rows of the file, as they are read now. */
import { useTranslation } from 'react-i18next'
import styles from './file-step.module.css'
import type { Import } from './imports.queries.ts'

const SHOWN = 10

export function SampleTable({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const label = t(($) => $.firstRows)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard
    <div className={styles.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.rowNo)}</th>
            {of.columns.map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.sample.slice(0, SHOWN).map((row, at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {of.columns.map(({ header }, column) => (
                <td key={header}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
