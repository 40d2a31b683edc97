/** The files that go along with what is being written, and those on their way to what was written before. */
import { IconFile, IconX } from '@tabler/icons-react'
import { useEffect, useImperativeHandle, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { useFormat } from '../../lib/use-format.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AddFiles } from './add-files.tsx'
import styles from './attachments.module.css'
import { LEAST } from './file-line.tsx'
import { UploadLine } from './upload-line.tsx'
import { useComposedFiles, type ComposedFile, type Held } from './use-composed-files.ts'
import { useDroppedFiles } from './use-dropped-files.ts'
import { usePastedFiles } from './use-pasted-files.ts'
import { useFault } from './use-uploads.ts'

// The button that had the focus goes with its line; the words are what one comes from and returns to.
const toText = (button: HTMLElement) => button.closest('form')?.querySelector('textarea')?.focus()

function Chosen({ file, drop }: { file: File; drop: () => void }) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  return (
    <li className={styles.file}>
      <Icon of={IconFile} />
      <span className={styles.words}>
        <b>{file.name}</b>
        <span className={styles.facts}>{format.bytes(Math.max(file.size, LEAST))}</span>
      </span>
      <IconButton
        icon={IconX}
        label={t(($) => $.leaveOut, { name: file.name })}
        onClick={(event) => {
          toText(event.currentTarget)
          drop()
        }}
      />
    </li>
  )
}

/** Closing the page would lose what has not arrived; the browser asks. */
function useWarning(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isNeeded])
}

type Props = { place: string; hold: RefObject<(() => Held) | null> }

/** The button in the form of that name, and the list above it; `hold` gets what holds the files while an entry is on its way. */
export default function ComposedFiles({ place, hold }: Props) {
  const { t } = useTranslation('attachments')
  const wordsOf = useFault()
  const megabytes = useMe().organisation.attachmentMegabytes
  const { files, take, drop, again, hold: holdAll } = useComposedFiles(place)
  const button = useRef<HTMLSpanElement>(null)
  const form = () => button.current?.closest('form')
  useDroppedFiles(form, take)
  usePastedFiles(form, take)
  useWarning(files.some(({ unfit }) => unfit === null))
  useImperativeHandle(hold, () => holdAll)
  const problemOf = ({ unfit, error }: ComposedFile) =>
    unfit ? t(($) => $[unfit], { megabytes }) : error ? wordsOf(error) : null
  return (
    <>
      {files.length > 0 && (
        <ul className={styles.composed} aria-label={t(($) => $.along)}>
          {files.map((one) => {
            const { key, file, unfit, held } = one
            if (!held && !unfit) return <Chosen key={key} file={file} drop={() => drop(key)} />
            const upload = { key, file, problem: problemOf(one), unfit: unfit !== null }
            return <UploadLine key={key} upload={upload} send={() => again(one)} drop={() => drop(key)} />
          })}
        </ul>
      )}
      <span ref={button}>
        <AddFiles take={take} label={t(($) => $.addToEntry)} />
      </span>
    </>
  )
}
