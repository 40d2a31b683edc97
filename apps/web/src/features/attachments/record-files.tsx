/** The files of a record: chosen with the button, dropped here, or pasted anywhere on the page. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { Button } from '../../ui/button.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { Coming } from '../../ui/coming.tsx'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Section } from '../../ui/section.tsx'
import { AddFiles } from './add-files.tsx'
import styles from './attachments.module.css'
import { filesOf, type Target } from './attachments.queries.ts'
import { FileLine } from './file-line.tsx'
import { UploadLine } from './upload-line.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'
import { usePastedFiles } from './use-pasted-files.ts'
import { useUploads } from './use-uploads.ts'

export function RecordFiles({ target }: { target: Target }) {
  const { t } = useTranslation('attachments')
  const query = useInfiniteQuery(filesOf(target))
  const { uploads, take, drop, send } = useUploads(target)
  const place = useRef<HTMLDivElement>(null)
  useDroppedFiles(() => place.current, take)
  usePastedFiles(() => document, take)
  const files = rowsOf(query)
  const megabytes = useMe().organisation.attachmentMegabytes
  const isEmpty = query.data !== undefined && files.length === 0 && uploads.length === 0
  return (
    <div ref={place} className={styles.place}>
      <Section bare title={t(($) => $.title)} aside={<AddFiles take={take} label={t(($) => $.add)} />}>
        {query.isPending && <Coming />}
        {query.isError && <QueryProblem error={query.error} retry={() => void query.refetch()} />}
        {isEmpty && <p className={styles.empty}>{t(($) => $.empty, { megabytes })}</p>}
        <ul className={styles.files}>
          {uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} send={() => send(upload)} drop={() => drop(upload.key)} />
          ))}
          {files.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button small tone="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t(($) => $.more)}
          </Button>
        )}
      </Section>
    </div>
  )
}
