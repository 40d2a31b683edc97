/** Files of the sample company, and the cards that it brought in from one. They come as files of people do, through the same store. */
import { cards, fair } from '../../demo/story/brought-in.ts'
import { files, type DemoFile } from '../../demo/story/attachments.ts'
import { customers } from '../../demo/story/customers.ts'
import { storeContent } from '../../files/receive-file.ts'
import { refuse } from '../../http/problems.ts'
import { attachmentPath, FOLDER } from '../attachments/attachment-store.ts'
import { createAttachment } from '../attachments/attachments.commands.ts'
import { checkImport } from '../imports/batch/check.commands.ts'
import { runImport } from '../imports/batch/run.commands.ts'
import { startDryRun, startRun } from '../imports/import-steps.commands.ts'
import { createImport, updateImport } from '../imports/imports.commands.ts'
import { loadImport } from '../imports/imports.queries.ts'
import { UPLOADS, uploadPath } from '../imports/upload.ts'
import { targetOf } from './load-comments.commands.ts'
import { bytesOf } from './sample-files.ts'
import { asOf, idOf, noteMade, type Story } from './story.ts'

export const loadFiles = async (story: Story): Promise<void> => {
  const { home } = story.tx.services.config
  for (const { about, by, ago, name, content } of files) {
    const fields = await aboutOf(story, about)
    const bytes = bytesOf(content, story.language)
    const stored = await storeContent(bytes, home, FOLDER, name[story.language])
    story.files.push(attachmentPath(home, stored.fileKey))
    const made = await createAttachment(asOf(story, by, ago, 15), { ...stored, fields })
    noteMade(story, 'attachments', made.id)
  }
}

const aboutOf = async (story: Story, about: DemoFile['about']) => {
  if (!('visitAt' in about)) return targetOf(story, about)
  const where = { customerId: idOf(story.made.customers, about.visitAt), kind: 'visit', status: 'done' }
  const orderBy = { actualStart: 'desc' } as const
  const visit = await story.tx.db.activity.findFirstOrThrow({ where, orderBy, select: { id: true } })
  return { targetType: 'activity' as const, targetId: visit.id }
}

const AGO = 2

/** Checked and brought in at once, in the transaction that loads everything else. */
export const loadCards = async (story: Story): Promise<void> => {
  const { home } = story.tx.services.config
  const tx = asOf(story, 'shen', AGO, 16)
  const stored = await storeContent(cardsIn(story), home, UPLOADS, fair.name[story.language])
  story.files.push(uploadPath(home, stored.fileKey))
  const { id, version } = await createImport(tx, { ...stored, fields: { entity: 'contacts' } })
  const known = async () => (await loadImport(tx.db, id)) ?? refuse('record.notFound')
  const settled = await updateImport(tx, id, { mode: 'create', version })
  await startDryRun(tx, id, { version: settled.version })
  await checkImport(tx, await known())
  const { version: checked } = await known()
  await startRun(tx, id, { version: checked })
  await runImport(tx, await known())
  const rows = await tx.db.importRow.findMany({
    where: { importId: id, outcome: 'created' },
    select: { recordId: true },
  })
  for (const { recordId } of rows) if (recordId) noteMade(story, 'contacts', recordId)
  noteMade(story, 'imports', id)
}

const cardsIn = ({ language }: Story): Buffer => {
  const zh = language === 'zh'
  const lines = cards.map(([nameZh, nameEn, phone, mail, customer, titleZh, titleEn]) => {
    const known = customers.find(({ key }) => key === customer)?.name[language]
    const cells = [zh ? nameZh : nameEn, phone, mail, known ?? fair.unknown[language], zh ? titleZh : titleEn]
    return cells.map((cell) => `"${cell}"`).join(',')
  })
  return Buffer.from(`${[fair.headers[language], ...lines].join('\n')}\n`)
}
