/** A new import begins with two things: what the rows are, and the file. */
import type { importEntities } from '@rapport/domain/features/imports/import-choices.ts'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useImportable } from '../../app/may-import.ts'
import { paths } from '../../app/paths.ts'
import { useLabel } from '../../lib/use-language.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { FullPage } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ImportSteps } from './import-steps.tsx'
import frame from './imports.module.css'
import { SampleFile } from './sample-file.tsx'
import styles from './start.module.css'
import { TakeFile } from './take-file.tsx'

type Entity = (typeof importEntities)[number]['value']

/** The nouns whose rows one may bring in, and the one chosen in the address. */
function useEntity() {
  const textOf = useLabel()
  const [params, setParams] = useSearchParams()
  const offered = useImportable()
  const entity = offered.find(({ value }) => value === params.get('entity'))?.value ?? offered[0]?.value
  const choose = (next: Entity) => setParams({ entity: next }, { replace: true })
  return { options: offered.map(({ value, label }) => ({ value, label: textOf(label) })), entity, choose }
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
            <TakeFile key={entity} entity={entity} />
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
