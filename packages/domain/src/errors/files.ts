/** Codes about files of records. */
import type { Label } from '../field/kinds.ts'
import { entry } from './entry.ts'

export const fileErrors = {
  'attachment.file': entry(422, '不能附上这个文件', 'This file cannot be attached'),
  'attachment.gone': entry(409, '文件已不存在', 'The file is gone'),
  'card.company': entry(409, '只有个人客户才有名片', 'Only customers who are persons have a card'),
} as const

/** Why a file cannot be attached. */
export const attachmentFaults: Record<string, Label> = {
  'attachment.kind': { zh: '不支持这种文件', en: 'Files of this kind are not taken' },
  'attachment.other': { zh: '文件内容与扩展名不符', en: 'The file is not what its name says' },
  'attachment.empty': { zh: '文件是空的', en: 'The file is empty' },
  'attachment.broken': { zh: '文件已损坏', en: 'The file is damaged' },
  'attachment.pixels': { zh: '图片尺寸过大', en: 'The picture has too many pixels' },
  'attachment.archive': { zh: '压缩包解开后过大', en: 'The archive holds far more than it should' },
}
