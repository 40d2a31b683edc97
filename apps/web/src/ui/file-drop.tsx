/** Takes one file: dropped on it, chosen with the button, or pasted anywhere on the page. */
import { IconFileUpload } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './file-drop.module.css'
import { Icon } from './icon.tsx'

type Props = {
  /** What to drop here, in words. */
  title: string
  /** Which kinds and sizes. */
  note: ReactNode
  button: string
  /** As in `<input accept>`. */
  accept: string
  busy: boolean
  /** What was wrong with the last one. */
  problem?: string | undefined
  /** What is being done with it, while `busy`. */
  doing: string
  onFile: (file: File) => void
}

/** Files, or cells copied out of a table, pasted outside of inputs. */
function usePasted(onFile: (file: File) => void) {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      const file = event.clipboardData?.files[0]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file) onFile(file)
      else if (text.includes('\n')) onFile(new File([text], 'pasted.csv', { type: 'text/csv' }))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [onFile])
}

/** The look and the handlers of a place files can be dropped on. */
function useDrop(take: (files: FileList | null) => void) {
  const [over, setOver] = useState(false)
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(isOver)
  }
  const onDrop = (event: DragEvent) => {
    drag(false)(event)
    take(event.dataTransfer.files)
  }
  return { 'data-over': over || undefined, onDragOver: drag(true), onDragLeave: drag(false), onDrop }
}

type ChooseProps = Pick<Props, 'button' | 'accept' | 'busy' | 'doing'> & {
  problemId: string | undefined
  take: (files: FileList | null) => void
}

function Choose({ button, accept, busy, doing, problemId, take }: ChooseProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={button}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = '' // the same file may be chosen again after it was put right
        }}
      />
      <Button tone="primary" busy={busy} aria-describedby={problemId} onClick={() => input.current?.click()}>
        {busy ? doing : button}
      </Button>
    </>
  )
}

export function FileDrop({ title, note, problem, onFile, ...choose }: Props) {
  const problemId = useId()
  usePasted(onFile)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file && !choose.busy) onFile(file)
  }
  return (
    <div className={styles.drop} {...useDrop(take)}>
      <span className={styles.mark}>
        <Icon of={IconFileUpload} size={24} />
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.note}>{note}</p>
      <Choose {...choose} take={take} problemId={problem ? problemId : undefined} />
      <p id={problemId} className={styles.problem} role="alert">
        {problem}
      </p>
    </div>
  )
}
