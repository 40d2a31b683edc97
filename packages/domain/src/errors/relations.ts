/** Codes about relations between people and between customers. */
import { entry } from './entry.ts'

export const relationErrors = {
  'relation.self': entry(
    422,
    '不能与自己建立关系',
    'Nobody is related to himself',
    '请选择另一条记录。',
    'Choose another record.',
  ),
  'relation.exists': entry(
    409,
    '两者之间已有这种关系',
    'They are related in this way already',
    '请选择其他关系，或修改已有的一条。',
    'Choose another relation, or change the one there is.',
  ),
  'relation.limit': entry(
    422,
    '关系太多',
    'Too many relations',
    '一条记录最多 {max} 项关系，请先移除不再需要的。',
    'A record has at most {max} relations; remove those no longer needed.',
  ),
}
