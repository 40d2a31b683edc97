/** One file of a record: what it is, who added it and when, the way to it, and the way to take it away. */
import {
  IconFile,
  IconFileText,
  IconFileZip,
  IconMovie,
  IconMusic,
  IconPhoto,
  IconWorld,
  IconX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/use-format.ts'
import { useLabel } from '../../lib/use-language.ts'
import { useProblemText } from '../../lib/use-problem-text.ts'
import { IconButton } from '../../ui/button.tsx'
import { ask } from '../../ui/confirm.tsx'
import { Icon, type IconType } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import styles from './attachments.module.css'
import { filePath, useDetach, type Attachment } from './attachments.queries.ts'

const icons: Record<string, IconType> = {
  image: IconPhoto,
  document: IconFileText,
  markup: IconWorld,
  archive: IconFileZip,
  sound: IconMusic,
  video: IconMovie,
}

/** In bytes: a file that is there is not shown as of nothing. */
export const LEAST = 1000

export function FileLine({ file }: { file: Attachment }) {
  const { t } = useTranslation('attachments')
  const format = useFormat()
  const textOf = useLabel()
  const problemOf = useProblemText()
  const detach = useDetach()
  const remove = async () => {
    const question = { title: t(($) => $.removeTitle, { name: file.name }), confirm: t(($) => $.remove), danger: true }
    if ((await ask(question)) === null) return
    detach.mutate(file, { onError: (error) => toast(problemOf(error), { tone: 'problem' }) })
  }
  const by = file.createdBy ? textOf(file.createdBy.label) : ''
  const facts = [format.bytes(Math.max(file.size, LEAST)), by, format.shortDateTime(file.createdAt)]
    .filter(Boolean)
    .join(' · ')
  return (
    <li className={styles.file}>
      <Icon of={icons[file.kind] ?? IconFile} />
      <span className={styles.words}>
        <a href={filePath(file.id)} download={file.name} title={file.name} className={styles.name}>
          {file.name}
        </a>
        <span className={styles.facts}>{facts}</span>
      </span>
      {file.can.delete && (
        <IconButton
          icon={IconX}
          label={t(($) => $.removeOne, { name: file.name })}
          disabled={detach.isPending}
          onClick={() => void remove()}
        />
      )}
    </li>
  )
}
