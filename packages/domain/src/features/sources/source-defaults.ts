/** The sources a new installation starts with. */
export const sourceDefaults = [
  { code: 'website', label: { zh: '官网', en: 'Website' }, kind: 'web' },
  { code: 'referral', label: { zh: '转介绍', en: 'Referral' }, kind: 'referral' },
  { code: 'exhibition', label: { zh: '展会', en: 'Exhibition' }, kind: 'campaign' },
  { code: 'phone', label: { zh: '来电', en: 'Incoming call' }, kind: 'phone' },
  { code: 'email', label: { zh: '邮件', en: 'E-mail' }, kind: 'email' },
  { code: 'field', label: { zh: '陌拜', en: 'Field visit' }, kind: 'field' },
  { code: 'import', label: { zh: '文件导入', en: 'File import' }, kind: 'import' },
  { code: 'api', label: { zh: '接口', en: 'API' }, kind: 'api' },
] as const
