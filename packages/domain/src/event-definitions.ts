/** How types of events are written down, and those that read the same for every noun. */
import type { Noun } from './access/permissions.ts'
import type { Label } from './field/kinds.ts'

export type EventDefinition = {
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

export const define = (
  noun: EventDefinition['noun'],
  action: EventAction,
  zh: string,
  en: string,
): EventDefinition => ({
  noun,
  action,
  sentence: { zh, en },
})

// create, update, delete and restore read the same for every noun.
export const plain = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
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
export const purged = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.purged`]: define(
      noun,
      'delete',
      `${name.zh} {title} 已从回收站彻底删除`,
      `The ${name.en} {title} left the trash for good`,
    ),
  }) as Record<`${S}.purged`, EventDefinition>

export const archivable = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
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

// Told at both ends of a relation, each of which names the other by itself.
export const related = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.related`]: define(
      noun,
      'command',
      `{actor} 登记了${name.zh} {title} 的一项关系`,
      `{actor} noted a relation of the ${name.en} {title}`,
    ),
    [`${singular}.unrelated`]: define(
      noun,
      'command',
      `{actor} 移除了${name.zh} {title} 的一项关系`,
      `{actor} removed a relation of the ${name.en} {title}`,
    ),
  }) as Record<`${S}.${'related' | 'unrelated'}`, EventDefinition>

// Whom it was shared with gives it back himself.
export const left = <N extends EventDefinition['noun'], S extends string>(noun: N, singular: S, name: Label) =>
  ({
    [`${singular}.shareLeft`]: define(
      noun,
      'command',
      `{actor} 退出了${name.zh} {title} 的协作`,
      `{actor} left the ${name.en} {title} that was shared`,
    ),
  }) as Record<`${S}.shareLeft`, EventDefinition>
