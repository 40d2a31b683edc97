/** The files of a record: chosen with the button, dropped here, or pasted anywhere on the page. */
import { acceptedFiles } from '@rapport/domain/features/attachments/attachment-files.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../ui/button.tsx'
import { rowsOf } from '../../ui/list-query.ts'
import { QueryProblem } from '../../ui/query-problem.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './attachments.module.css'
import { filesOf, type Target } from './attachments.queries.ts'
import { FileLine } from './file-line.tsx'
import { usePastedFiles, useUploads, type Upload } from './use-uploads.ts'

type Take = (files: readonly File[]) => void

function Add({ take }: { take: Take }) {
  const { t } = useTranslation('attachments')
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        aria-label={t(($) => $.add)}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = '' // the same file may be chosen again
        }}
      />
      <IconButton icon={IconPaperclip} label={t(($) => $.add)} onClick={() => input.current?.click()} />
    </>
  )
}

function useDrop(take: Take) {
  const [over, setOver] = useState(false)
  const drag = (isOver: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(isOver)
  }
  const onDrop = (event: DragEvent) => {
    drag(false)(event)
    take([...event.dataTransfer.files])
  }
  return { 'data-over': over || undefined, onDragOver: drag(true), onDragLeave: drag(false), onDrop }
}

type Line = { upload: Upload; send: (upload: Upload) => void; drop: (key: string) => void }

function Sending({ upload, send, drop }: Line) {
  const { t } = useTranslation('attachments')
  const { file, problem, key } = upload
  if (problem === null)
    return (
      <li className={styles.sending} role="status">
        <span className={styles.bar} aria-hidden />
        {t(($) => $.sending, { name: file.name })}
      </li>
    )
  return (
    <li className={styles.failed} role="alert">
      <span className={styles.words}>
        <b>{file.name}</b>
        <span className={styles.problem}>{problem}</span>
      </span>
      {!upload.unfit && (
        <Button small onClick={() => send(upload)}>
          {t(($) => $.again)}
        </Button>
      )}
      <Button small tone="quiet" onClick={() => drop(key)}>
        {t(($) => $.letGo)}
      </Button>
    </li>
  )
}

export function RecordFiles({ target }: { target: Target }) {
  const { t } = useTranslation('attachments')
  const query = useInfiniteQuery(filesOf(target))
  const { uploads, take, drop, send } = useUploads(target)
  usePastedFiles(take)
  const files = rowsOf(query)
  const isEmpty = query.data !== undefined && files.length === 0 && uploads.length === 0
  return (
    <div className={styles.place} {...useDrop(take)}>
      <Section bare title={t(($) => $.title)} aside={<Add take={take} />}>
        {query.isError && <QueryProblem error={query.error} retry={() => void query.refetch()} />}
        {isEmpty && <p className={styles.empty}>{t(($) => $.empty)}</p>}
        <ul className={styles.files}>
          {uploads.map((upload) => (
            <Sending key={upload.key} upload={upload} send={send} drop={drop} />
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
