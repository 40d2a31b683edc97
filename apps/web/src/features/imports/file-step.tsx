/** How the file is read: its writing, what separates its columns, where its headers stand, and the first rows so read. */
import { delimiters, encodings } from '@rapport/domain/features/imports/import-choices.ts'
import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import styles from './file-step.module.css'
import { useSettle, type Import, type Settings } from './imports.queries.ts'
import frame from './imports.module.css'
import { SampleTable } from './sample-table.tsx'
import { WizardFoot } from './wizard-foot.tsx'

type Delimiter = (typeof delimiters)[number]
const names: Record<Delimiter, 'comma' | 'semicolon' | 'tab' | 'pipe'> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}

type PartProps = { of: Import; change: (settings: Settings) => void }

/** A workbook says itself how it is written. */
function Writing({ of, change }: PartProps) {
  const { t } = useTranslation('imports')
  if (of.delimiter === 'xlsx') return null
  return (
    <>
      <Select
        label={t(($) => $.encoding)}
        data={encodings.map((value) => ({ value, label: t(($) => $.encodings[value]) }))}
        value={of.encoding}
        onChange={(value) => value && change({ encoding: value as Settings['encoding'] })}
        allowDeselect={false}
      />
      {of.delimiter !== 'vcard' && (
        <Select
          label={t(($) => $.delimiter)}
          data={delimiters.map((value) => ({ value, label: t(($) => $.delimiters[names[value]]) }))}
          value={of.delimiter}
          onChange={(value) => value && change({ delimiter: value as Delimiter })}
          allowDeselect={false}
        />
      )}
    </>
  )
}

function Reading({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const textOf = useProblemText()
  const settle = useSettle(of.id)
  const change = (settings: Settings) => settle.mutate(settings)
  return (
    <>
      <div className={styles.settings} aria-busy={settle.isPending}>
        <Writing of={of} change={change} />
        {of.delimiter !== 'vcard' && (
          <NumberInput
            label={t(($) => $.headerRow)}
            description={t(($) => $.headerRowHelp)}
            inputWrapperOrder={['label', 'input', 'description']}
            value={of.headerRow}
            min={0}
            max={50}
            allowDecimal={false}
            onChange={(value) => typeof value === 'number' && value !== of.headerRow && change({ headerRow: value })}
          />
        )}
      </div>
      {settle.isError && (
        <p className={styles.problem} role="alert">
          {textOf(settle.error)}
        </p>
      )}
    </>
  )
}

export function FileStep({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  return (
    <>
      <div className={frame.body}>
        <p className={styles.lead}>{t(($) => $.fileLead)}</p>
        <Reading of={of} />
        <SampleTable of={of} />
      </div>
      <WizardFoot
        buttons={
          <>
            <ButtonLink tone="quiet" to={paths.newImport(of.entity)}>
              {t(($) => $.otherFile)}
            </ButtonLink>
            <ButtonLink tone="primary" to="?step=map">
              {t(($) => $.toMapping)}
            </ButtonLink>
          </>
        }
      >
        <span className={frame.hint}>{t(($) => $.rereads)}</span>
      </WizardFoot>
    </>
  )
}
