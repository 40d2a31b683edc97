/** Closed lists of values on contacts. */
export const contactGenders = [
  { value: 'male', label: { zh: '男', en: 'Male' } },
  { value: 'female', label: { zh: '女', en: 'Female' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
] as const

export const contactLanguages = [
  { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
  { value: 'en', label: { zh: '英文', en: 'English' } },
] as const
