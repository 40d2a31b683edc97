/** The file is given here; where its writing is not recognised, the person says which it is and sends it again. */
import { encodings, type Encoding } from '@rapport/domain/features/imports/import-choices.ts'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { isProblem } from '../../lib/problem.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { useUpload } from './imports.queries.ts'
import styles from './start.module.css'

const MAX_BYTES = 100 * 1024 * 1024

/** What is wrong with the file, in words; the fault of the file itself says more than the refusal. */
function useFileProblem(): (error: unknown) => string {
  const textOf = useProblemText()
  return (error) => (isProblem(error) ? (error.errors[0]?.message ?? textOf(error)) : textOf(error))
}

const isUnreadable = (error: unknown) => isProblem(error) && error.errors.some(({ code }) => code === 'file.encoding')

function Writing({ file, send }: { file: File; send: (encoding: Encoding) => void }) {
  const { t } = useTranslation('imports')
  return (
    <div className={styles.writing}>
      <Select
        label={t(($) => $.encodingOf, { file: file.name })}
        placeholder={t(($) => $.chooseEncoding)}
        data={encodings.map((value) => ({ value, label: t(($) => $.encodings[value]) }))}
        onChange={(value) => value && send(value as Encoding)}
      />
    </div>
  )
}

export function TakeFile({ entity }: { entity: string }) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const upload = useUpload()
  const wordsOf = useFileProblem()
  const [file, setFile] = useState<File>()
  const tooLarge = file !== undefined && file.size > MAX_BYTES
  const send = (taken: File, encoding?: Encoding) => {
    setFile(taken)
    if (taken.size > MAX_BYTES) return upload.reset()
    upload.mutate(
      { entity, file: taken, encoding },
      { onSuccess: ({ id }) => void navigate(paths.import(id), { replace: true }) },
    )
  }
  const refused = upload.isError ? wordsOf(upload.error) : undefined
  return (
    <>
      <FileDrop
        title={t(($) => $.drop)}
        note={t(($) => $.dropNote)}
        button={t(($) => $.chooseFile)}
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/vcard"
        busy={upload.isPending}
        doing={t(($) => $.reading)}
        problem={tooLarge ? t(($) => $.tooLarge) : refused}
        onFile={(taken) => send(taken)}
      />
      {file && upload.isError && isUnreadable(upload.error) && (
        <Writing key={file.name} file={file} send={(encoding) => send(file, encoding)} />
      )}
    </>
  )
}
