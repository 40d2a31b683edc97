/** Codes about fields that a role closes. */
import { entry } from './entry.ts'

export const rightErrors = {
  'field.forbidden': entry(
    403,
    '不能修改此字段',
    'This field may not be changed',
    '您可以查看“{field}”，但不能修改。',
    'You may read "{field}" but not change it.',
  ),
  'search.hidden': entry(
    403,
    '不能在这里搜索',
    'You cannot search here',
    '您的角色看不到这里可供搜索的任何字段。',
    'Your role shows you none of the fields that are searched here.',
  ),
  'fields.hidden': entry(
    403,
    '这里要用到您的角色看不到的字段',
    'This rests on fields your role does not show',
    '如需查看，请联系管理员调整角色。',
    'An administrator can change the role.',
  ),
} as const
