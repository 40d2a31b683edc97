/** A new import begins with two things: what the rows are, and the file. */
import { importEntities } from '@rapport/domain/features/imports/import-choices.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.ts'
import { isProblem } from '../../lib/problem.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ImportSteps } from './import-steps.tsx'
import { useUpload } from './imports.queries.ts'
import frame from './imports.module.css'
import { SampleFile } from './sample-file.tsx'
import styles from './start.module.css'

type Entity = (typeof importEntities)[number]['value']
const MAX_BYTES = 100 * 1024 * 1024

/** The nouns whose rows one may bring in, and the one chosen in the address. */
function useEntity() {
  const may = useMay()
  const textOf = useLabel()
  const [params, setParams] = useSearchParams()
  const offered = importEntities.filter(({ value }) => may(`${value}.import`))
  const entity = offered.find(({ value }) => value === params.get('entity'))?.value ?? offered[0]?.value
  const choose = (next: Entity) => setParams({ entity: next }, { replace: true })
  return { options: offered.map(({ value, label }) => ({ value, label: textOf(label) })), entity, choose }
}

/** What is wrong with the file, in words; the fault of the file itself says more than the refusal. */
function useFileProblem(): (error: unknown) => string {
  const textOf = useProblemText()
  return (error) => (isProblem(error) ? (error.errors[0]?.message ?? textOf(error)) : textOf(error))
}

function Take({ entity }: { entity: Entity }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const upload = useUpload()
  const wordsOf = useFileProblem()
  const [tooLarge, setTooLarge] = useState(false)
  const take = (file: File) => {
    setTooLarge(file.size > MAX_BYTES)
    if (file.size > MAX_BYTES) return
    upload.mutate({ entity, file }, { onSuccess: ({ id }) => void navigate(paths.import(id), { replace: true }) })
  }
  const refused = upload.isError ? wordsOf(upload.error) : undefined
  return (
    <FileDrop
      title={t(($) => $.drop)}
      note={t(($) => $.dropNote)}
      button={t(($) => $.chooseFile)}
      accept=".csv,.tsv,.txt,.xlsx,text/csv"
      busy={upload.isPending}
      doing={t(($) => $.reading)}
      problem={tooLarge ? t(($) => $.tooLarge) : refused}
      onFile={take}
    />
  )
}

export default function ImportStartPage() {
  const { t } = useTranslation('imports')
  const { options, entity, choose } = useEntity()
  const title = t(($) => $.newTitle)
  return (
    <FullPage>
      <Crumbs above={[{ label: t(($) => $.title), to: paths.imports }]} here={title} />
      <PageHead title={title} actions={<ImportSteps at="file" hrefOf={() => null} />} />
      <div className={`${frame.body} ${styles.start}`}>
        {entity === undefined && <p>{t(($) => $.mayNone)}</p>}
        {entity !== undefined && (
          <>
            <div className={styles.what}>
              <h2>{t(($) => $.what)}</h2>
              <Segmented label={t(($) => $.what)} value={entity} options={options} onChange={choose} />
              <p className={styles.quiet}>{t(($) => $.about[entity])}</p>
            </div>
            <Take key={entity} entity={entity} />
            <SampleFile entity={entity} />
            <ul className={styles.promises}>
              <li>{t(($) => $.promiseCheck)}</li>
              <li>{t(($) => $.promiseErrors)}</li>
              <li>{t(($) => $.promiseUndo)}</li>
            </ul>
          </>
        )}
      </div>
    </FullPage>
  )
}
