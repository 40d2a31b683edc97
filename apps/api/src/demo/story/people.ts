/** The people of the sample company. Days are counted back from the day it is loaded. */
import type { Label } from '@rapport/domain/field/kinds.ts'

type Person = {
  key: string
  name: Label
  title: Label
  role: string
  manager: string | null
  team: string
  joined: number
}

/** A company that builds air and water purification for factories; nobody in it exists. */
export const organisation = { zh: '屿川净化', en: 'Islebrook Clean Air' }

export const teams = [
  { key: 'sales', label: { zh: '销售部', en: 'Sales' }, parent: null },
  { key: 'east', label: { zh: '华东团队', en: 'East team' }, parent: 'sales' },
  { key: 'market', label: { zh: '市场部', en: 'Marketing' }, parent: null },
  { key: 'service', label: { zh: '客户服务部', en: 'Service' }, parent: null },
] as const

export const people: readonly Person[] = [
  {
    key: 'shen',
    name: { zh: '沈以宁', en: 'Yining Shen' },
    title: { zh: '总经理', en: 'General manager' },
    role: 'administrator',
    manager: null,
    team: 'sales',
    joined: 2600,
  },
  {
    key: 'xu',
    name: { zh: '许青禾', en: 'Qinghe Xu' },
    title: { zh: '销售主管', en: 'Sales manager' },
    role: 'salesManager',
    manager: 'shen',
    team: 'sales',
    joined: 2100,
  },
  {
    key: 'lin',
    name: { zh: '林舒然', en: 'Shuran Lin' },
    title: { zh: '高级客户经理', en: 'Senior account manager' },
    role: 'rep',
    manager: 'xu',
    team: 'east',
    joined: 1650,
  },
  {
    key: 'he',
    name: { zh: '何婉', en: 'Wan He' },
    title: { zh: '客户经理', en: 'Account manager' },
    role: 'rep',
    manager: 'xu',
    team: 'east',
    joined: 1200,
  },
  {
    key: 'chen',
    name: { zh: '陈亦航', en: 'Yihang Chen' },
    title: { zh: '客户经理', en: 'Account manager' },
    role: 'rep',
    manager: 'xu',
    team: 'east',
    joined: 900,
  },
  {
    key: 'gu',
    name: { zh: '顾明哲', en: 'Mingzhe Gu' },
    title: { zh: '客户经理', en: 'Account manager' },
    role: 'rep',
    manager: 'xu',
    team: 'east',
    joined: 420,
  },
  {
    key: 'zhao',
    name: { zh: '赵可', en: 'Ke Zhao' },
    title: { zh: '客户经理', en: 'Account manager' },
    role: 'rep',
    manager: 'xu',
    team: 'east',
    joined: 150,
  },
  {
    key: 'tang',
    name: { zh: '唐知微', en: 'Zhiwei Tang' },
    title: { zh: '市场专员', en: 'Marketing specialist' },
    role: 'marketer',
    manager: 'shen',
    team: 'market',
    joined: 700,
  },
  {
    key: 'luo',
    name: { zh: '罗安', en: 'An Luo' },
    title: { zh: '客服工程师', en: 'Service engineer' },
    role: 'serviceStaff',
    manager: 'shen',
    team: 'service',
    joined: 1000,
  },
]
