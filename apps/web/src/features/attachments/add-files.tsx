/** The button that has files chosen. */
import { acceptedFiles } from '@rapport/domain/features/attachments/attachment-files.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef } from 'react'
import { IconButton } from '../../ui/button.tsx'

export type Take = (files: readonly File[]) => void

export function AddFiles({ take, label }: { take: Take; label: string }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        aria-label={label}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = '' // the same file may be chosen again
        }}
      />
      <IconButton icon={IconPaperclip} label={label} onClick={() => input.current?.click()} />
    </>
  )
}
