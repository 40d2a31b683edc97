/** Codes about what people say to each other. */
import { entry } from './entry.ts'

export const talkErrors = {
  'comment.answered': entry(
    409,
    '已有人回复',
    'Somebody has answered',
    '别人已经回复了这条评论，不能再删除；可以修改内容。',
    'Others have answered this comment, so it cannot be deleted; it can be edited.',
  ),
  'mention.no_access': entry(
    422,
    '提到的人看不到这条记录',
    'Somebody mentioned cannot see this record',
    '{names} 看不到这条记录。可以由负责人共享给对方，或去掉这个提及。',
    '{names} cannot see this record. Its owner can share it, or take the mention out.',
  ),
} as const
