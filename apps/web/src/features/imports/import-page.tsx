/** One import, wherever it stands: its file, its columns, what a check found, or what became of its rows. */
import { importFields } from '@rapport/domain/features/imports/imports.fields.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { choiceLabel } from '../../ui/record-grid/cells.ts'
import { Pending } from '../../ui/pending.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ImportSteps, steps, type Step } from './import-steps.tsx'
import { importQuery, type Import } from './imports.queries.ts'
import { MappingStep } from './mapping-step.tsx'
import { useAutoCheck } from './use-auto-check.ts'

// Each brings what the page of the columns does without: the grid, the rows that failed, the way back.
const CheckStep = lazy(async () => ({ default: (await import('./check-step.tsx')).CheckStep }))
const ResultStep = lazy(async () => ({ default: (await import('./result-step.tsx')).ResultStep }))
const FileStep = lazy(async () => ({ default: (await import('./file-step.tsx')).FileStep }))

const isOpen = ({ status }: Import) => ['uploaded', 'mapped', 'checking', 'dryRun'].includes(status)

/** The step of the address, as far as the import has come. */
const stepOf = (of: Import, asked: string | null): Step => {
  if (!isOpen(of)) return 'run'
  const step = steps.find((one) => one === asked) ?? 'map'
  return step === 'run' || (step === 'check' && of.checked === null && of.status !== 'checking') ? 'map' : step
}

const stepPath = (of: Import, step: Step): string | null => {
  if (!isOpen(of) || step === 'run' || (step === 'check' && of.checked === null)) return null
  return `${paths.import(of.id)}?step=${step}`
}

const contents: Record<Step, React.ComponentType<{ of: Import }>> = {
  file: FileStep,
  map: MappingStep,
  check: CheckStep,
  run: ResultStep,
}

function Summary({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const rows = t(($) => $.rows, { count: of.rowCount, shown: format.number(of.rowCount) })
  const columns = t(($) => $.columnCount, { count: of.columns.length })
  const writing = t(($) => $.encodings[of.encoding as 'utf-8'])
  const encoding = of.delimiter === 'xlsx' ? 'XLSX' : of.delimiter === 'vcard' ? `vCard · ${writing}` : writing
  return <span>{t(($) => $.summary, { file: of.fileName, encoding, rows, columns })}</span>
}

function Wizard({ of }: { of: Import }) {
  const { t } = useTranslation('imports')
  const textOf = useLabel()
  const [params] = useSearchParams()
  useAutoCheck(of)
  const step = stepOf(of, params.get('step'))
  const Content = contents[step]
  const noun = textOf(choiceLabel(importFields.entity, of.entity))
  return (
    <FullPage>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.imports }]} here={of.fileName} />
      <PageHead
        title={t(($) => $.titleOf, { noun: noun.toLowerCase() })}
        summary={<Summary of={of} />}
        actions={<ImportSteps at={step} hrefOf={(one) => stepPath(of, one)} />}
      />
      <Suspense fallback={<Waiting />}>
        <Content of={of} />
      </Suspense>
    </FullPage>
  )
}

export default function ImportPage() {
  const { t } = useTranslation('imports')
  const { id = '' } = useParams()
  const query = useQuery(importQuery(id))
  if (query.data) return <Wizard key={id} of={query.data} />
  return (
    <FullPage>
      <PageHead title={t(($) => $.title)} />
      <Pending of={query} />
    </FullPage>
  )
}
