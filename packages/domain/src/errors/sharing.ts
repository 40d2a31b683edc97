/** Codes about access lent to somebody. */
import { entry } from './entry.ts'

export const sharingErrors = {
  'share.end_in_past': entry(
    422,
    '截止日期已过',
    'The last day is over',
    '请选择今天或以后的日期。',
    'Choose today or a later day.',
  ),
  'share.no_entity_right': entry(
    422,
    '对方的角色没有这类记录的权限',
    'The role of this person does not reach such records',
    '{name} 的角色不允许这样使用此类记录，请管理员先调整角色，或降低共享的权限。',
    'The role of {name} does not allow this on such records; ask an administrator to change it, or share with less access.',
  ),
  'share.owner': entry(
    422,
    '此人就是负责人',
    'This person is the owner',
    '{name} 已负责这条记录。',
    '{name} owns this record.',
  ),
  'share.limit': entry(
    422,
    '协作人太多',
    'Too many collaborators',
    '一条记录最多 {max} 位协作人，请先移除不再需要的。',
    'A record has at most {max} collaborators; remove those no longer needed.',
  ),
} as const
