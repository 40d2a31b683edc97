/** People at the customers. Numbers are from blocks that are not assigned. */
import type { Label } from '@rapport/domain/field/kinds.ts'

export type DemoContact = {
  customer: string
  name: Label
  title: Label
  role: string
  buying: 'decider' | 'evaluator' | 'influencer' | 'user'
  phone: string
}

type Row = [
  customer: string,
  zh: string,
  en: string,
  titleZh: string,
  titleEn: string,
  role: string,
  buying: DemoContact['buying'],
]

const rows: Row[] = [
  ['lanzhun', '袁立群', 'Liqun Yuan', '副总经理', 'Deputy general manager', 'management', 'decider'],
  ['lanzhun', '周砚', 'Yan Zhou', '设备部经理', 'Equipment manager', 'technical', 'evaluator'],
  ['lanzhun', '邱雨桐', 'Yutong Qiu', '涂布车间主任', 'Coating shop head', 'use', 'user'],
  ['luyu', '程素', 'Su Cheng', '采购总监', 'Purchasing director', 'purchasing', 'decider'],
  ['luyu', '简宁', 'Ning Jian', '工艺工程师', 'Process engineer', 'technical', 'evaluator'],
  ['zhiyun', '陆怀川', 'Huaichuan Lu', '总经理', 'General manager', 'management', 'decider'],
  ['ziyuan', '蒋牧', 'Mu Jiang', '生产副总', 'Production director', 'management', 'decider'],
  ['ziyuan', '孟晚', 'Wan Meng', '采购主管', 'Purchasing lead', 'purchasing', 'influencer'],
  ['mulan', '方知夏', 'Zhixia Fang', '厂长', 'Plant manager', 'management', 'decider'],
  ['qiongshi', '钱望舒', 'Wangshu Qian', '厂务经理', 'Facilities manager', 'technical', 'evaluator'],
  ['qiongshi', '贺川', 'Chuan He', '副总裁', 'Vice president', 'management', 'decider'],
  ['qiaojian', '邵一川', 'Yichuan Shao', '设备主管', 'Equipment lead', 'technical', 'evaluator'],
  ['zhibai', '苏见山', 'Jianshan Su', '总经理', 'General manager', 'management', 'decider'],
  ['anxu', '白露', 'Lu Bai', '质量经理', 'Quality manager', 'technical', 'evaluator'],
  ['anxu', '魏长风', 'Changfeng Wei', '总经理', 'General manager', 'management', 'decider'],
  ['haisui', '江小满', 'Xiaoman Jiang', '采购经理', 'Purchasing manager', 'purchasing', 'influencer'],
  ['baisui', '余晚舟', 'Wanzhou Yu', '总经理', 'General manager', 'management', 'decider'],
  ['qinghe', '林间', 'Jian Lin', '工程总监', 'Engineering director', 'technical', 'decider'],
  ['mutang', '梁若谷', 'Ruogu Liang', '厂长', 'Plant manager', 'management', 'decider'],
  ['yisu', '卢清', 'Qing Lu', '设备经理', 'Equipment manager', 'technical', 'evaluator'],
  ['tuoyan', '谢安之', 'Anzhi Xie', '安环主管', 'Safety lead', 'technical', 'evaluator'],
  ['lishi', '石磊', 'Lei Shi', '厂长', 'Plant manager', 'management', 'decider'],
  ['jingluo', '潘晓', 'Xiao Pan', '生产经理', 'Production manager', 'use', 'influencer'],
  ['banmu', '叶青', 'Qing Ye', '店主', 'Owner', 'management', 'decider'],
  ['fengqi', '高远', 'Yuan Gao', '安环总监', 'Safety director', 'management', 'decider'],
  ['xingchen', '秦月', 'Yue Qin', '厂务总监', 'Facilities director', 'management', 'decider'],
  ['tianji', '沈澜', 'Lan Shen', '总经理', 'General manager', 'management', 'decider'],
  ['lvzhou', '韩松', 'Song Han', '环保经理', 'Environment manager', 'technical', 'evaluator'],
  ['pingjiang', '顾盼', 'Pan Gu', '工程经理', 'Engineering manager', 'technical', 'decider'],
  ['beidou', '丁海', 'Hai Ding', '采购经理', 'Purchasing manager', 'purchasing', 'decider'],
]

export const contacts: readonly DemoContact[] = rows.map(
  ([customer, zh, en, titleZh, titleEn, role, buying], index) => ({
    customer,
    name: { zh, en },
    title: { zh: titleZh, en: titleEn },
    role,
    buying,
    phone: `1380000${String(4100 + index * 37).padStart(4, '0')}`,
  }),
)

/** Who reports to whom, by customer and Chinese name. */
export const superiors: Readonly<Record<string, string>> = {
  'lanzhun/周砚': 'lanzhun/袁立群',
  'lanzhun/邱雨桐': 'lanzhun/周砚',
  'luyu/简宁': 'luyu/程素',
  'ziyuan/孟晚': 'ziyuan/蒋牧',
  'qiongshi/钱望舒': 'qiongshi/贺川',
  'anxu/白露': 'anxu/魏长风',
}

/** Where somebody worked before; days before loading. */
export const formerPlaces: Readonly<Record<string, { customer: string; title: Label; from: number; to: number }>> = {
  'ziyuan/孟晚': { customer: 'lanzhun', title: { zh: '采购专员', en: 'Buyer' }, from: 1500, to: 260 },
}
