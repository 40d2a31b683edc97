/**
 * Every type of event: which noun it is about and the sentence a person reads. `{actor}` and `{title}` are filled from
 * the row, other names from the event's `data`. The event row is audit entry, feed item and outbox in one.
 */
import type { Noun } from './access/permissions.ts'
import type { Label } from './field/kinds.ts'

type EventDefinition = {
  noun: Noun | 'sessions' | 'settings' | 'dictionary-items' | 'saved-views' | 'jobs' | 'comments' | 'attachments'
  action: EventAction
  sentence: Label
}
export type EventAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'restore'
  | 'command'
  | 'read'
  | 'export'
  | 'reveal'
  | 'login'
  | 'rights'

const define = (noun: EventDefinition['noun'], action: EventAction, zh: string, en: string): EventDefinition => ({
  noun,
  action,
  sentence: { zh, en },
})

// create, update, delete and restore read the same for every noun.
const plain = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.created`]: define(
      noun,
      'create',
      `{actor} 新建了${name.zh} {title}`,
      `{actor} created the ${name.en} {title}`,
    ),
    [`${singular}.updated`]: define(
      noun,
      'update',
      `{actor} 修改了${name.zh} {title}`,
      `{actor} changed the ${name.en} {title}`,
    ),
    [`${singular}.deleted`]: define(
      noun,
      'delete',
      `{actor} 删除了${name.zh} {title}`,
      `{actor} deleted the ${name.en} {title}`,
    ),
    [`${singular}.restored`]: define(
      noun,
      'restore',
      `{actor} 恢复了${name.zh} {title}`,
      `{actor} restored the ${name.en} {title}`,
    ),
  }) as Record<`${S}.${'created' | 'updated' | 'deleted' | 'restored'}`, EventDefinition>

// What lay in the trash until its time was over.
const purged = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.purged`]: define(
      noun,
      'delete',
      `${name.zh} {title} 已从回收站彻底删除`,
      `The ${name.en} {title} left the trash for good`,
    ),
  }) as Record<`${S}.purged`, EventDefinition>

const archivable = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.archived`]: define(
      noun,
      'command',
      `{actor} 归档了${name.zh} {title}`,
      `{actor} archived the ${name.en} {title}`,
    ),
    [`${singular}.unarchived`]: define(
      noun,
      'command',
      `{actor} 取消归档了${name.zh} {title}`,
      `{actor} unarchived the ${name.en} {title}`,
    ),
  }) as Record<`${S}.${'archived' | 'unarchived'}`, EventDefinition>

export const events = {
  ...plain('sources', 'source', { zh: '来源', en: 'source' }),
  ...archivable('sources', 'source', { zh: '来源', en: 'source' }),
  ...plain('competitors', 'competitor', { zh: '竞争对手', en: 'competitor' }),
  ...archivable('competitors', 'competitor', { zh: '竞争对手', en: 'competitor' }),
  ...plain('dictionaries', 'dictionary', { zh: '字典', en: 'dictionary' }),
  ...plain('dictionary-items', 'dictionaryItem', { zh: '字典项', en: 'dictionary item' }),
  ...archivable('dictionary-items', 'dictionaryItem', { zh: '字典项', en: 'dictionary item' }),
  ...plain('exchange-rates', 'exchangeRate', { zh: '汇率', en: 'exchange rate' }),
  ...plain('customers', 'customer', { zh: '客户', en: 'customer' }),
  ...purged('customers', 'customer', { zh: '客户', en: 'customer' }),
  'customer.transferred': define(
    'customers',
    'command',
    '{actor} 将客户 {title} 转给了 {to}',
    '{actor} handed the customer {title} over to {to}',
  ),
  'customer.shared': define(
    'customers',
    'command',
    '{actor} 将客户 {title} 共享给了 {to}',
    '{actor} shared the customer {title} with {to}',
  ),
  'customer.unshared': define(
    'customers',
    'command',
    '{actor} 不再将客户 {title} 共享给 {to}',
    '{actor} no longer shares the customer {title} with {to}',
  ),
  ...plain('contacts', 'contact', { zh: '联系人', en: 'contact' }),
  ...purged('contacts', 'contact', { zh: '联系人', en: 'contact' }),
  ...plain('products', 'product', { zh: '产品', en: 'product' }),
  ...purged('products', 'product', { zh: '产品', en: 'product' }),
  ...plain('activities', 'activity', { zh: '活动', en: 'activity' }),
  ...purged('activities', 'activity', { zh: '活动', en: 'activity' }),
  'activity.started': define('activities', 'command', '{actor} 开始了 {title}', '{actor} began {title}'),
  'activity.deferred': define('activities', 'command', '{actor} 推迟了 {title}', '{actor} put {title} off'),
  'activity.cancelled': define('activities', 'command', '{actor} 取消了 {title}', '{actor} cancelled {title}'),
  'activity.due': define('activities', 'command', '{title} 到时间了', '{title} is due'),
  'activity.missed': define('activities', 'command', '{title} 已错过', '{title} was missed'),
  'activity.done': define('activities', 'command', '{actor} 完成了 {title}', '{actor} completed {title}'),
  ...plain('opportunities', 'opportunity', { zh: '商机', en: 'opportunity' }),
  ...purged('opportunities', 'opportunity', { zh: '商机', en: 'opportunity' }),
  'opportunity.transferred': define(
    'opportunities',
    'command',
    '{actor} 将商机 {title} 转给 {to}',
    '{actor} handed the opportunity {title} over to {to}',
  ),
  'opportunity.shared': define(
    'opportunities',
    'command',
    '{actor} 将商机 {title} 共享给了 {to}',
    '{actor} shared the opportunity {title} with {to}',
  ),
  'opportunity.unshared': define(
    'opportunities',
    'command',
    '{actor} 不再将商机 {title} 共享给 {to}',
    '{actor} no longer shares the opportunity {title} with {to}',
  ),
  'opportunity.moved': define(
    'opportunities',
    'command',
    '{actor} 将 {title} 从 {from} 推进到 {to}',
    '{actor} moved {title} from {from} to {to}',
  ),
  'opportunity.moveUndone': define(
    'opportunities',
    'command',
    '{actor} 撤销了 {title} 的上一步，回到 {to}',
    '{actor} took back the last move of {title}, to {to} again',
  ),
  'opportunity.won': define('opportunities', 'command', '{actor} 赢下了 {title}', '{actor} won {title}'),
  'opportunity.lost': define(
    'opportunities',
    'command',
    '{actor} 将 {title} 记为输单：{reason}',
    '{actor} marked {title} as lost: {reason}',
  ),
  'opportunity.reopened': define('opportunities', 'command', '{actor} 重新打开了 {title}', '{actor} reopened {title}'),
  'opportunity.imported': define(
    'opportunities',
    'create',
    '{actor} 导入了商机 {title}',
    '{actor} imported the opportunity {title}',
  ),
  'customer.imported': define(
    'customers',
    'create',
    '{actor} 导入了客户 {title}',
    '{actor} imported the customer {title}',
  ),
  'contact.imported': define(
    'contacts',
    'create',
    '{actor} 导入了联系人 {title}',
    '{actor} imported the contact {title}',
  ),
  'product.imported': define(
    'products',
    'create',
    '{actor} 导入了产品 {title}',
    '{actor} imported the product {title}',
  ),
  'attachment.added': define('attachments', 'create', '{actor} 附上了 {title}', '{actor} attached {title}'),
  'attachment.removed': define('attachments', 'delete', '{actor} 移除了 {title}', '{actor} took {title} away'),
  'comment.added': define('comments', 'create', '{actor} 发表了评论', '{actor} commented'),
  'comment.edited': define('comments', 'update', '{actor} 修改了评论', '{actor} edited a comment'),
  'comment.deleted': define('comments', 'delete', '{actor} 删除了评论', '{actor} deleted a comment'),
  ...plain('saved-views', 'savedView', { zh: '视图', en: 'view' }),
  ...archivable('saved-views', 'savedView', { zh: '视图', en: 'view' }),
  ...plain('pipelines', 'pipeline', { zh: '销售管道', en: 'pipeline' }),
  ...archivable('pipelines', 'pipeline', { zh: '销售管道', en: 'pipeline' }),
  'pipeline.draftSaved': define(
    'pipelines',
    'update',
    '{actor} 保存了 {title} 的草稿',
    '{actor} saved a draft of {title}',
  ),
  'pipeline.draftDiscarded': define(
    'pipelines',
    'command',
    '{actor} 放弃了 {title} 的草稿',
    '{actor} discarded the draft of {title}',
  ),
  'pipeline.published': define(
    'pipelines',
    'command',
    '{actor} 发布了 {title} 第 {version} 版',
    '{actor} published version {version} of {title}',
  ),
  ...plain('users', 'user', { zh: '成员', en: 'user' }),
  'user.invited': define('users', 'create', '{actor} 邀请了 {title}', '{actor} invited {title}'),
  'user.activated': define('users', 'command', '{title} 加入了', '{title} joined'),
  'user.suspended': define('users', 'rights', '{actor} 停用了 {title}', '{actor} suspended {title}'),
  'user.reactivated': define('users', 'rights', '{actor} 重新启用了 {title}', '{actor} reactivated {title}'),
  'user.left': define('users', 'rights', '{actor} 将 {title} 标记为离职', '{actor} marked {title} as left'),
  'user.imported': define('users', 'create', '{actor} 导入了成员 {title}', '{actor} imported the user {title}'),
  'user.linkMade': define(
    'users',
    'rights',
    '{actor} 为 {title} 生成了登录链接',
    '{actor} made a sign-in link for {title}',
  ),
  'user.passwordChanged': define('users', 'rights', '{actor} 修改了密码', '{actor} changed the password'),
  ...plain('teams', 'team', { zh: '团队', en: 'team' }),
  ...archivable('teams', 'team', { zh: '团队', en: 'team' }),
  'team.imported': define('teams', 'create', '{actor} 导入了团队 {title}', '{actor} imported the team {title}'),
  'role.created': define('roles', 'rights', '{actor} 新建了角色 {title}', '{actor} created the role {title}'),
  'role.updated': define('roles', 'rights', '{actor} 修改了角色 {title}', '{actor} changed the role {title}'),
  'role.deleted': define('roles', 'rights', '{actor} 删除了角色 {title}', '{actor} deleted the role {title}'),
  ...archivable('roles', 'role', { zh: '角色', en: 'role' }),
  'session.started': define('sessions', 'login', '{actor} 登录', '{actor} signed in'),
  'session.ended': define('sessions', 'login', '{actor} 退出', '{actor} signed out'),
  'apiKey.created': define('api-keys', 'rights', '{actor} 新建了密钥 {title}', '{actor} made the key {title}'),
  'apiKey.updated': define('api-keys', 'rights', '{actor} 修改了密钥 {title}', '{actor} changed the key {title}'),
  'apiKey.rotated': define('api-keys', 'rights', '{actor} 更换了密钥 {title}', '{actor} replaced the key {title}'),
  'apiKey.revoked': define('api-keys', 'rights', '{actor} 吊销了密钥 {title}', '{actor} revoked the key {title}'),
  'setting.changed': define('settings', 'update', '{actor} 修改了设置 {title}', '{actor} changed the setting {title}'),
  'import.created': define('imports', 'create', '{actor} 上传了 {title}', '{actor} uploaded {title}'),
  'import.updated': define(
    'imports',
    'update',
    '{actor} 修改了 {title} 的列对应',
    '{actor} changed the mapping of {title}',
  ),
  'import.checkStarted': define('imports', 'command', '{actor} 开始检查 {title}', '{actor} started checking {title}'),
  'import.checked': define('imports', 'command', '{title} 检查完成', '{title} was checked'),
  'import.decided': define('imports', 'command', '{actor} 决定了 {title} 中的行', '{actor} decided on rows of {title}'),
  'import.failed': define('imports', 'command', '{title} 导入失败', 'The import of {title} failed'),
  'import.undoStarted': define(
    'imports',
    'command',
    '{actor} 开始撤销导入 {title}',
    '{actor} started undoing the import of {title}',
  ),
  'import.retried': define(
    'imports',
    'command',
    '{actor} 重试导入 {title} 的失败行',
    '{actor} retried rows of {title}',
  ),
  'import.started': define('imports', 'command', '{actor} 开始导入 {title}', '{actor} started importing {title}'),
  'import.finished': define('imports', 'command', '{title} 导入完成', 'The import of {title} finished'),
  'import.cancelled': define(
    'imports',
    'command',
    '{actor} 取消了导入 {title}',
    '{actor} cancelled the import of {title}',
  ),
  'import.undone': define('imports', 'command', '{actor} 撤销了导入 {title}', '{actor} undid the import of {title}'),
  'bulk.started': define('jobs', 'create', '{actor} 开始了批量操作 {title}', '{actor} began a bulk change: {title}'),
  'bulk.finished': define('jobs', 'command', '批量操作完成：{title}', 'The bulk change finished: {title}'),
  'bulk.failed': define('jobs', 'command', '批量操作失败：{title}', 'The bulk change failed: {title}'),
  'bulk.undone': define('jobs', 'command', '批量操作已撤销：{title}', 'The bulk change was undone: {title}'),
  'export.started': define('jobs', 'create', '{actor} 开始了导出 {title}', '{actor} began an export: {title}'),
  'export.finished': define(
    'jobs',
    'export',
    '{actor} 导出了 {count} 条：{title}',
    '{actor} exported {count} records: {title}',
  ),
  'export.failed': define('jobs', 'command', '导出失败：{title}', 'The export failed: {title}'),
  'job.cancelled': define('jobs', 'command', '{actor} 停止了任务 {title}', '{actor} stopped the job {title}'),
  'job.undoStarted': define('jobs', 'command', '{actor} 开始撤销 {title}', '{actor} began undoing {title}'),
  'demo.loaded': define('settings', 'command', '{actor} 载入了示例数据', '{actor} loaded the sample data'),
  'demo.removed': define('settings', 'command', '{actor} 清除了示例数据', '{actor} removed the sample data'),
} as const

export type EventType = keyof typeof events
