/** Closed lists of values on customers. */
export const customerKinds = [
  { value: 'company', label: { zh: '企业', en: 'Company' } },
  { value: 'person', label: { zh: '个人', en: 'Person' } },
] as const

export const lifecycles = [
  { value: 'prospect', label: { zh: '潜在', en: 'Prospect' } },
  { value: 'active', label: { zh: '成交', en: 'Active' } },
  { value: 'dormant', label: { zh: '沉睡', en: 'Dormant' } },
  { value: 'lost', label: { zh: '流失', en: 'Lost' } },
  { value: 'partner', label: { zh: '伙伴', en: 'Partner' } },
  { value: 'blacklist', label: { zh: '黑名单', en: 'Blacklist' } },
] as const

export const tiers = [
  { value: 'high', label: { zh: '高', en: 'High' } },
  { value: 'medium', label: { zh: '中', en: 'Medium' } },
  { value: 'low', label: { zh: '低', en: 'Low' } },
  { value: 'new', label: { zh: '新', en: 'New' } },
] as const

export const sizeBands = [
  { value: 'to9', label: { zh: '1–9 人', en: '1–9' } },
  { value: 'to49', label: { zh: '10–49 人', en: '10–49' } },
  { value: 'to99', label: { zh: '50–99 人', en: '50–99' } },
  { value: 'to499', label: { zh: '100–499 人', en: '100–499' } },
  { value: 'to999', label: { zh: '500–999 人', en: '500–999' } },
  { value: 'from1000', label: { zh: '1000 人以上', en: '1,000 and more' } },
] as const

export const genders = [
  { value: 'male', label: { zh: '男', en: 'Male' } },
  { value: 'female', label: { zh: '女', en: 'Female' } },
  { value: 'other', label: { zh: '其他', en: 'Other' } },
] as const

export const languages = [
  { value: 'zh', label: { zh: '中文', en: 'Chinese' } },
  { value: 'en', label: { zh: '英文', en: 'English' } },
] as const
