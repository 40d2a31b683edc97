/** Codes about changing many records at once, exports, and the jobs that do it. */
import { entry } from './entry.ts'

export const jobErrors = {
  'job.state': entry(409, '任务的当前状态不允许这一步', 'The job is not in a state for this step'),
  'job.ownerGone': entry(
    403,
    '发起人已没有权限',
    'Who started it may not do this any more',
    '发起人已停用或失去了所需的权限。',
    'The person who started it was deactivated or has lost the right.',
  ),
  'bulk.changedSince': entry(
    409,
    '其后已被修改',
    'Changed since',
    '其后已有人修改，保留了现在的值。',
    'Somebody has changed it since; the present value was kept.',
  ),
  'bulk.refused': entry(422, '数据库拒绝了这一行', 'The database refused this row'),
  'bulk.selection': entry(
    422,
    '请选择记录',
    'Say which records',
    '请给出 ids，或给出 filter（null 表示全部）。',
    'Send either ids, or a filter (null for all of them).',
  ),
  'bulk.changes': entry(
    422,
    '请选择要修改的字段',
    'Say what is to change',
    '这种操作需要相应的修改内容。',
    'This action needs the changes that belong to it.',
  ),
  'bulk.tooMany': entry(
    422,
    '一次选择的记录过多',
    'Too many records at once',
    '一次最多修改 {most} 条，请缩小筛选范围。',
    'At most {most} can be changed at once; narrow the filter.',
  ),
  'export.tooMany': entry(
    422,
    '超出一个工作表的容量',
    'Too many records for a worksheet',
    'Excel 文件最多 {most} 行，请改用 CSV 或缩小筛选范围。',
    'A worksheet holds at most {most} rows; choose CSV or narrow the filter.',
  ),
  'export.gone': entry(404, '文件已不再保留', 'The file is not kept any longer'),
} as const
